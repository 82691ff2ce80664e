/** A list of ids, addresses and numbers, as it is looked up in the search and in the table's filter. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostListed } from '../../../contract/bounds.ts';
import { ListedSummary } from '../../../contract/pasted.ts';
import type { Status } from '../../../contract/user.ts';
import { createFindKeys } from '../../../electron/people/find-keys.ts';
import { createFindListed, type FindListed } from '../../../electron/people/find-listed.ts';
import { emailOf, freshFile, idOf, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

const uuid = '9763caa1-cef3-497f-b3b2-f551456b2831';
const phoneOf = (number: string) => ({ number, type: null, isPrimary: true });

let store: DirectoryStore;
let listed: FindListed;
beforeAll(() => {
  store = storeAt(freshFile(), { server: 'https://api.example.com' }).store;
  record(store, [
    ...Array.from({ length: 1500 }, (_, nth) => userOf(`u-${10001 + nth}`, { name: `Person ${nth}` })),
    userOf('u-20001', { name: 'Ana Silva', emails: [emailOf('ana@example.com'), emailOf('Ana.Silva+x@EXAMPLE.org')] }),
    userOf('u-20002', { name: 'Ben Jones', username: 'ben@example.com', phones: [phoneOf('+49 (0)89 123456-0')] }),
    userOf('u-20003', { name: 'Ana Other', emails: [emailOf('ana@other.example')], phones: [phoneOf('089 765432')] }),
    userOf('u-20004', {
      name: 'Old Ann',
      status: 'deleted',
      isDeleted: true,
      emails: [emailOf('SMTP:ann@example.com')],
    }),
    userOf('u-20005', { name: 'Same Box', emails: [emailOf('ana@example.com')] }),
    userOf(uuid, { name: 'Uma Uuid' }),
  ]);
  listed = createFindListed(store);
});
afterAll(() => store.close());

const find = (text: string, status: Status | null = null, limit = 50) => listed.find({ text, status, limit });
const names = (text: string, status: Status | null = null) => find(text, status)?.found.map(({ card }) => card.name);
const counts = (text: string) => {
  const found = find(text);
  return found === null ? null : [found.listed.understood, found.listed.known, found.listed.notKnown];
};

describe('one item beside something else', () => {
  it.each([
    ['an id beside one of another form', 'u-20001, zzz-99', 'Ana Silva', ['zzz-99']],
    ['an id beside a name', 'u-20004; Nobody Here', 'Old Ann', ['Nobody Here']],
    ['an address above words', 'ann@example.com\nno more', 'Old Ann', ['no more']],
  ])('%s is a list: what is none is told', (_what, text, name, none) => {
    expect(names(text)).toEqual([name]);
    expect(find(text)?.listed).toMatchObject({ understood: 1, known: 1 });
    expect(find(text)?.listed.odd.first.map((one) => one.text)).toEqual(none);
  });

  it.each(['u-99999; Nobody Here', 'Ana u-20001', 'u-20001,', 'Silva, Ana <ana.silva+x@example.org>', 'Smith, John 2'])(
    '%j is none: nobody is known by it, it is one name, or nothing stands apart',
    (text) => {
      expect(find(text)).toBeNull();
    },
  );
});

describe('a list', () => {
  it.each([
    ['of ids on lines', 'u-20001\nu-20002\nu-99999', ['Ana Silva', 'Ben Jones'], ['u-99999']],
    [
      'of ids between spaces, as a field of one line has them',
      'u-20001 u-20002 u-99999',
      ['Ana Silva', 'Ben Jones'],
      ['u-99999'],
    ],
    ['of UUIDs in any spelling', `{${uuid.toUpperCase()}}; u-20001`, ['Uma Uuid', 'Ana Silva'], []],
    [
      'of addresses',
      'ana@example.com, ben@example.com; nobody@example.com',
      ['Ana Silva', 'Same Box', 'Ben Jones'],
      ['nobody@example.com'],
    ],
    [
      'of addresses as mail programs have them',
      'Silva, Ana <ana.silva+X@example.org>; "Ann" <ann@example.com>;',
      ['Ana Silva', 'Old Ann'],
      [],
    ],
    [
      'of links',
      `mailto:ana@other.example\nrolodesk://user/u-20001\nhttps://api.example.com/v1/ext/user/u-20002`,
      ['Ana Other', 'Ana Silva', 'Ben Jones'],
      [],
    ],
    ['of numbers', '+49 89 1234560\n089/765432\n+1 202 555 0100', ['Ben Jones', 'Ana Other'], ['+1 202 555 0100']],
    ['of all of these', 'u-20001 | ana@other.example | +49 89 1234560', ['Ana Silva', 'Ana Other', 'Ben Jones'], []],
    [
      'of numbers that end as somebody else’s',
      '+1 202 123 4560, +43 89 1234560',
      [],
      ['+1 202 123 4560', '+43 89 1234560'],
    ],
    [
      'with names and a heading',
      'Name,E-mail\nAna,ana@other.example\nBen,ben@example.com',
      ['Ana Other', 'Ben Jones'],
      [],
    ],
    [
      'beside names and other things, between spaces',
      'ana@other.example u-20001 +49 89 1234560 Ben',
      ['Ana Other', 'Ana Silva', 'Ben Jones'],
      [],
    ],
    ['of numbers between spaces', '+49 89 1234560 +1 202 555 0100', ['Ben Jones'], ['+1 202 555 0100']],
    ['of names and numbers', 'Ana 089 765432\nBen +49 89 1234560', ['Ana Other', 'Ben Jones'], []],
    ['parted by commas of Chinese', 'ana@other.example，ben@example.com', ['Ana Other', 'Ben Jones'], []],
    ['in brackets alone', '<ana@other.example><ben@example.com>', ['Ana Other', 'Ben Jones'], []],
    ['parted by slashes', 'u-20001/ben@example.com/u-20003', ['Ana Silva', 'Ben Jones', 'Ana Other'], []],
    ['with quotation marks', `"u-20001" 'u-20002'`, ['Ana Silva', 'Ben Jones'], []],
  ])('%s', (_what, text, found, notKnown) => {
    expect(names(text)).toEqual(found);
    expect(find(text)?.listed.notKnown).toEqual(notKnown);
  });

  it('counts each once, however often and however spelled it stands there', () => {
    expect(counts(`u-20001, u-20001, ANA@example.com ana@example.com ${uuid} ${uuid.replaceAll('-', '')}`)).toEqual([
      3,
      3,
      [],
    ]);
  });

  it('names what is none, and finds the others', () => {
    const found = find('u-20001\nn/a\nhttps://jira.example.com/browse/ABC-12\nu-20002');
    expect(found?.found.map(({ card }) => card.id)).toEqual(['u-20001', 'u-20002']);
    expect(found?.listed.odd).toEqual({
      count: 2,
      first: [
        { text: 'n/a', line: 2, why: 'no-id' },
        { text: 'https://jira.example.com/browse/ABC-12', line: 3, why: 'another-link' },
      ],
    });
  });

  it('keeps to one status, and counts everybody known all the same', () => {
    const text = 'ann@example.com u-20001';
    expect([names(text, 'deleted'), names(text, 'active'), counts(text)]).toEqual([
      ['Old Ann'],
      ['Ana Silva'],
      [2, 2, []],
    ]);
  });

  it('says by what each was found', () => {
    const because = find('ben@example.com ann@example.com u-20001 089/765432')?.found.map((one) => one.because);
    expect(because?.map((one) => [one?.field, one?.text])).toEqual([
      ['username', 'ben@example.com'],
      ['email', 'ann@example.com'],
      ['id', 'u-20001'],
      ['phone', '089 765432'],
    ]);
  });

  it('of more than are looked for says how many those are', () => {
    const ids = Array.from({ length: 1500 }, (_, nth) => `u-${10001 + nth}`);
    const found = find(ids.join('\n'), null, 20);
    expect([found?.listed.understood, found?.listed.known, found?.listed.beyond]).toEqual([
      mostListed,
      mostListed,
      500,
    ]);
    expect(found?.found).toHaveLength(20);
    expect(listed.keys(ids.join(' '))).toHaveLength(mostListed);
  });
});

describe('no list', () => {
  it.each([
    '',
    'ana silva',
    'ana@example.com',
    'Silva, Ana <ana@example.com>',
    'u-20001',
    '+49 89 1234560',
    '089 / 765 432',
    'Person 1 Room 42',
    'floor 3, desk 42',
    `https://x.test/search?q=u-20001&next=u-20002`,
    '2030-01-31 12:30',
  ])('is %j', (text) => {
    expect(find(text)).toBeNull();
    expect(listed.keys(text)).toBeNull();
  });
});

it('the table’s filter finds the same people, and nobody else', () => {
  const keys = createFindKeys(store);
  const ids = (text: string) => keys(text).map((key) => store.tables.ids.idOf(key));
  expect(ids('u-20001 ben@example.com n/a u-99999').toSorted()).toEqual(['u-20001', 'u-20002']);
  expect(ids('ana@example.com').toSorted()).toEqual(['u-20001', 'u-20005']);
});

it('of very many that are not known all are counted and can be copied, and the first stand in a list', () => {
  const items = Array.from({ length: 1000 }, (_, nth) => `nobody${nth}@example.com`);
  const summary = ListedSummary.parse(find(items.join('\n'))?.listed);
  expect(summary).toMatchObject({ understood: 1000, known: 0, notKnownText: items.join('\n') });
  expect(summary.notKnown).toEqual(items.slice(0, 500));
});

it('somebody who is only named is not known', () => {
  const other = storeAt(freshFile()).store;
  record(other, [userOf('u-1', { reports: [idOf('u-2')] })]);
  expect(createFindListed(other).find({ text: 'u-1 u-2', status: null, limit: 9 })?.listed).toMatchObject({
    understood: 2,
    known: 1,
    notKnown: ['u-2'],
  });
  other.close();
});
