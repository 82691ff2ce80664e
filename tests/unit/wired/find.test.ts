import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallOutput } from '../../../contract/calls.ts';
import type { Status } from '../../../contract/user.ts';
import { createPeopleCalls } from '../../../electron/calls/people.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { reply } from '../../fault-server/faults.ts';
import { unwrap, type Wired, wire } from './wired.ts';

let server: FaultServer;
let app: Wired;
beforeEach(async () => {
  server = await startFaultServer();
  app = await wire();
  unwrap(await app.account.connect({ server: server.origin, token: 'a-token', startFrom: 'alice-1', name: '' }));
});
afterEach(async () => {
  await app.end();
  await server.close();
});

async function find(text: string, status: Status | null = null): Promise<CallOutput<'people.find'>> {
  const calls = createPeopleCalls({
    current: app.account.current,
    copy: async () => {},
    saveText: async () => false,
  });
  return unwrap(await calls['people.find']({ text, status, limit: 5 }));
}

it.each(['rolodesk://user/alice-1', 'https://app.example.com/users/alice-1', 'alice-1', 'asha'])(
  'finds who is known by %s, and offers nobody to be fetched',
  async (text) => {
    const { found, fetchable } = await find(text);
    expect([found.map(({ card }) => card.id), fetchable]).toEqual([['alice-1'], null]);
  },
);

it.each([
  ['rolodesk://user/bob', 'bob'],
  ['https://app.example.com/users/bob-2', 'bob-2'],
  ['bob-2', 'bob-2'],
  ['9763CAA1-CEF3-497F-B3B2-F551456B2831', '9763caa1-cef3-497f-b3b2-f551456b2831'],
])('offers whoever %s names to be fetched', async (text, id) => {
  expect(await find(text)).toMatchObject({ found: [], fetchable: { id, notFoundSince: null } });
});

it('says since when the server has had no such user', async () => {
  const said = '{"_data":null,"_meta":{},"_errors":[]}';
  server.answer('gone-2', reply(404, { 'content-type': 'application/json' }, said));
  const before = Date.now();
  expect(await app.open('gone-2')).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  const { fetchable } = await find('gone-2');
  expect(fetchable?.id).toBe('gone-2');
  expect(fetchable?.notFoundSince).toBeGreaterThanOrEqual(before);
});

it.each([
  'q3',
  'covid19',
  'ABC-12',
  '10001',
  'https://jira.example.com/browse/alice-2',
  'https://github.com/users/bob',
  'https://shop.example.com/?order=bob-2',
  'bob-2.pdf',
  'bob-2@example.com',
])('offers nobody to be fetched for %s', async (text) => {
  expect((await find(text)).fetchable).toBeNull();
});

it.each(['9763caa1cef3497fb3b2f551456b2831', '{9763CAA1-CEF3-497F-B3B2-F551456B2831}', 'bob-2.'])(
  'offers the person meant by %s in the spelling that this directory has',
  async (text) => {
    const id = text.startsWith('b') ? 'bob-2' : '9763caa1-cef3-497f-b3b2-f551456b2831';
    expect((await find(text)).fetchable?.id).toBe(id);
  },
);

it('says of a list who is known by it, and keeps nothing from the table', async () => {
  const calls = createPeopleCalls({
    current: app.account.current,
    copy: async () => {},
    saveText: async () => false,
  });
  const text = 'alice-1; bob-2, n/a\nnobody@example.com';
  const { found, listed, fetchable } = await find(text);
  expect([found.map(({ card }) => card.id), fetchable]).toEqual([['alice-1'], null]);
  expect(listed).toMatchObject({ understood: 3, known: 1, notKnown: ['bob-2', 'nobody@example.com'], beyond: 0 });
  expect(listed?.odd.first).toEqual([{ text: 'n/a', line: 1, why: 'no-id' }]);
  expect(unwrap(await calls['people.listed']({ text }))).toEqual(listed);
  expect(unwrap(await calls['people.listed']({ text: 'alice' }))).toBeNull();
});

it.each([
  ['rolodesk://user/alice-1 rolodesk://user/bob', 'bob'],
  ['rolodesk://user/bob\nrolodesk://user/alice-1', 'rolodesk://user/bob'],
  ['https://app.example.com/users/bob-2 https://app.example.com/users/alice-1', 'bob-2'],
])('shows who is known by two links, and says which is not: %s', async (text, unknown) => {
  const { found, listed, fetchable } = await find(text);
  expect([found.map(({ card }) => card.id), fetchable]).toEqual([['alice-1'], null]);
  expect(listed).toMatchObject({ understood: 2, known: 1, notKnown: [unknown] });
});

it('offers nobody for a word', async () => {
  expect(await find('nobody')).toMatchObject({ found: [], known: 1, fetchable: null });
});

it.each([
  ['a typed name', 'asha'],
  ['a pasted id', 'alice-1'],
  ['an id in capitals', 'ALICE-1'],
  ['a profile link', 'https://app.example.com/users/alice-1?tab=profile'],
  ['an address', 'ADDRESS'],
  ['a list of ids', 'alice-1; bob-2'],
  ['prose that names somebody', 'please look at rolodesk://user/alice-1 today'],
])('tells of %s who match with another status than is looked for', async (_, pasted) => {
  const all = await find('alice-1');
  const { email } = all.found[0]?.card ?? expect.fail('nobody');
  const text = pasted.replace('ADDRESS', email ?? expect.fail('no address'));
  expect((await find(text)).found.map(({ card }) => card.id)).toEqual(['alice-1']);
  const byStatus = { active: 1, inactive: 0, deleted: 0, unknown: 0, 'not-found': 0 };
  expect(await find(text, 'deleted')).toMatchObject({ found: [], fetchable: null, counts: { byStatus, more: false } });
  expect(await find(text, 'active')).toMatchObject({ counts: { byStatus } });
});

it('offers an id that is not known to be fetched, whatever status is looked for', async () => {
  expect(await find('bob-2', 'deleted')).toMatchObject({ found: [], fetchable: { id: 'bob-2' } });
});
