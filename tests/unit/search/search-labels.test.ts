import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Status } from '../../../contract/user.ts';
import { createLabels } from '../../../electron/search/labels.ts';
import { emailOf, freshFile, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

const [engineer, agent, field] = [
  '11111111-aaaa-4222-8333-944455566677',
  '22222222-aaaa-4222-8333-944455566677',
  '33333333-aaaa-4222-8333-944455566677',
];
let store: DirectoryStore;

beforeAll(() => {
  store = storeAt(freshFile()).store;
  store.setLabels({
    roles: new Map([
      [engineer, 'Support engineer'],
      [agent, 'Inside sales agent'],
    ]),
    teams: new Map([[field, 'Área de campo']]),
  });
  record(store, [
    userOf('p-ann', { name: 'Ann Lee', role: engineer, team: field }),
    userOf('p-bob', { name: 'Bob Ray', role: engineer, username: 'ann.helper' }),
    userOf('p-eng', { name: 'Tom Engineer', role: agent }),
    userOf('p-old', { name: 'Ann Old', role: engineer, status: 'deleted', isDeleted: true }),
    userOf('p-idle', { name: 'Ann Idle', status: 'inactive', isActive: false, emails: [emailOf('idle@x.org')] }),
    userOf('p-odd', { name: 'Ann Odd', status: 'unknown', isActive: null }),
    userOf('p-word', { name: 'Wanda Word', role: 'TEAM_LEAD', team: '44444444-aaaa-4222-8333-944455566677' }),
  ]);
});
afterAll(() => store.close());

const find = (text: string, status: Status | null = null) => store.find({ text, status, limit: 20 });
const ids = (text: string, status: Status | null = null) =>
  find(text, status).map(({ card }) => card.id.replace('p-', ''));

describe('roles and teams', () => {
  it.each([
    ['support engineer', ['ann', 'bob', 'old']],
    ['engineer support', ['ann', 'bob', 'old']],
    ['SUPPORT eng', ['ann', 'bob', 'old']],
    ['inside sales agent', ['eng']],
    ['area de campo', ['ann']],
    ['team lead', ['word']],
  ])('%s finds whoever has it, active people first', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it('puts a name before a role, and a name with a role before a username', () => {
    expect(ids('engineer')).toEqual(['eng', 'ann', 'bob', 'old']);
    expect(ids('ann engineer')).toEqual(['ann', 'old']);
  });

  it('says so, and marks it', () => {
    const [ann] = find('ann engineer');
    expect([ann?.marks, ann?.because]).toEqual([
      [[0, 3]],
      { field: 'role', text: 'Support engineer', marks: [[8, 16]] },
    ]);
    expect(find('campo')[0]?.because).toEqual({ field: 'team', text: 'Área de campo', marks: [[8, 13]] });
    expect(find('ann lee')[0]?.because).toBeNull();
  });

  it('take another name without anybody being indexed anew', () => {
    const other = storeAt(freshFile()).store;
    record(other, [userOf('p-ann', { name: 'Ann Lee', role: engineer })]);
    const found = (text: string) => other.find({ text, status: null, limit: 5 }).length;
    expect(found('support')).toBe(0);
    other.setLabels({ roles: new Map([[engineer, 'Support engineer']]), teams: new Map() });
    expect(found('support')).toBe(1);
    other.setLabels({ roles: new Map([[engineer, 'Magician']]), teams: new Map() });
    expect([found('support'), found('magician')]).toEqual([0, 1]);
    other.close();
  });

  it('follow a person into another role', () => {
    record(store, [userOf('p-moving', { name: 'Mo Ving', role: agent })]);
    record(store, [userOf('p-moving', { name: 'Mo Ving', role: engineer })]);
    expect([ids('mo agent'), ids('mo engineer')]).toEqual([[], ['moving']]);
    record(store, [userOf('p-moving', { name: 'Mo Ving' })]);
    expect(ids('mo engineer')).toEqual([]);
  });

  it('that are ids without a name are no words', () => {
    expect([ids('44444444'), ids('aaaa')]).toEqual([[], []]);
  });
});

describe('one status alone', () => {
  it.each([
    ['active', ['ann']],
    ['inactive', ['idle']],
    ['deleted', ['old']],
    ['unknown', ['odd']],
  ] as const)('%s', (status, expected) => {
    expect(ids('ann', status)).toEqual(status === 'active' ? ['ann', 'bob'] : expected);
  });

  it('goes for names, roles, ids, addresses and slips alike', () => {
    expect(ids('support engineer', 'deleted')).toEqual(['old']);
    expect([ids('idle', 'active'), ids('idle', 'inactive')]).toEqual([[], ['idle']]);
    expect([ids('idle@x.org', 'deleted'), ids('idle@x.org', 'inactive')]).toEqual([[], ['idle']]);
    expect([ids('ann oldd', 'active'), ids('ann oldd', 'deleted')]).toEqual([[], ['old']]);
  });

  it('follows a person who is deleted', () => {
    record(store, [userOf('p-leaving', { name: 'Lea Ving' })]);
    expect([ids('lea ving', 'active'), ids('lea ving', 'deleted')]).toEqual([['leaving'], []]);
    record(store, [userOf('p-leaving', { name: 'Lea Ving', status: 'deleted', isDeleted: true })]);
    expect([ids('lea ving', 'active'), ids('lea ving', 'deleted')]).toEqual([[], ['leaving']]);
  });

  it('finds the few among thousands of others', () => {
    const crowd = storeAt(freshFile()).store;
    record(crowd, [
      ...Array.from({ length: 2000 }, (_, nth) => userOf(`kim-${nth}`, { name: `Kim Sand${nth}` })),
      userOf('kim-gone', { name: 'Kim Last', status: 'deleted', isDeleted: true }),
    ]);
    const gone = crowd.find({ text: 'k', status: 'deleted', limit: 20 }).map(({ card }) => card.id as string);
    expect(gone).toEqual(['kim-gone']);
    crowd.close();
  });
});

// A look at each part of each name would run into the time limit of the test.
it('25,000 roles of a hundred words each are found by their initials', () => {
  const words = (nth: number) => Array.from({ length: 100 }, (_, at) => String.fromCharCode(97 + ((nth + at) % 26)));
  const roles = Array.from({ length: 25_000 }, (_, nth) => ({
    kind: 'role' as const,
    id: words(nth).join(' '),
    token: `t${nth}`,
    number: nth + 1,
  }));
  const tokens = { give: () => '', after: (last: number) => roles.filter(({ number }) => number > last) };
  const { matching } = createLabels({ tokens, labelNames: () => [] });
  expect(matching(['xyzab']).initialled).toHaveLength(2000);
  expect(matching(['abcdefg']).initialled).toEqual([]);
});
