/** What is asked of the local copy by itself: saving the reply of a person as it came, the name of a role. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { longestPart } from '../../../contract/bounds.ts';
import { createPeopleCalls } from '../../../electron/calls/people.ts';
import { freshFile, idOf, record, replyOf, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

let store: DirectoryStore;
let copied: string[] = [];
beforeEach(() => {
  copied = [];
  ({ store } = storeAt(freshFile()));
  record(store, [userOf('ann')]);
});
afterEach(() => store.close());

const callsWith = (saveText: (name: string, text: string) => Promise<boolean>) =>
  createPeopleCalls({
    current: () => ({ store, pages: notAsked(), recorder: notAsked(), findListed: notAsked() }),
    copy: async (text) => void copied.push(text),
    saveText,
  });
const notAsked = () => new Proxy({}, { get: (_, name) => expect.fail(`asked for ${String(name)}`) }) as never;

it('saves the newest reply with its receipt, named by the person', async () => {
  const saved: string[] = [];
  const calls = callsWith(async (name, text) => saved.push(name, text) > 0);
  expect(await calls['people.saveRaw']({ id: idOf('ann') })).toEqual({ ok: true, value: { saved: true } });
  const { text, sha256, url } = replyOf(userOf('ann'));
  expect(saved[0]).toBe('user-ann.txt');
  expect(saved[1]?.split('\n').slice(0, -1)).toEqual([
    'Receipt: Rolodesk 1',
    `Asked: ${url}`,
    'First-Seen: 2026-03-01T12:00:00.000Z',
    'Last-Seen: 2026-03-01T12:00:00.000Z',
    `SHA-256: ${sha256}`,
    'Check: tail -n +8 FILE | sha256sum',
    '',
  ]);
  expect(saved[1]?.endsWith(`\n\n${text}`)).toBe(true);
});

it('gives a long reply in parts, each no longer than a message may be, and copies it whole', async () => {
  const calls = callsWith(async () => true);
  const bio = 'é'.repeat(3 * longestPart);
  record(store, [userOf('long', { bio })]);
  const { text, sha256 } = replyOf(userOf('long', { bio }));
  const parts: string[] = [];
  for (let part = 0; part < (parts.length === 0 ? 1 : 4); part += 1) {
    const answer = await calls['people.raw']({ id: idOf('long'), part });
    if (!answer.ok) throw new Error(answer.failure.kind);
    expect(answer.value).toMatchObject({ parts: 4, sha256 });
    expect(answer.value.text.length).toBeLessThanOrEqual(longestPart);
    parts.push(answer.value.text);
  }
  expect(parts.join('')).toBe(text);
  await calls['people.copyRaw']({ id: idOf('long'), withReceipt: false });
  await calls['people.copyRaw']({ id: idOf('long'), withReceipt: true });
  expect(copied[0]).toBe(text);
  expect(copied[1]?.endsWith(`\n\n${text}`)).toBe(true);
});

it('says why it could not be saved, and nothing of what is a defect', async () => {
  const saveRaw = (code: string) =>
    callsWith(() => Promise.reject(Object.assign(new Error(code), { code })))['people.saveRaw']({ id: idOf('ann') });
  expect(await saveRaw('EROFS')).toEqual({ ok: false, failure: { kind: 'not-saved', trouble: 'not-allowed' } });
  await expect(saveRaw('ERR_DEFECT')).rejects.toThrow('ERR_DEFECT');
});

it('says what a role is called that nobody has, and that only its id is known', async () => {
  const calls = callsWith(async () => true);
  store.setLabels({ roles: new Map([['r1', 'Trainer']]), teams: new Map([['r2', 'North']]) });
  store.nameLabel('role', 'r3', 'Lead');
  const label = (id: string) => calls['people.label']({ kind: 'role', id });
  expect(await label('r1')).toEqual({ ok: true, value: { id: 'r1', name: 'Trainer', namedBy: 'server' } });
  expect(await label('r2')).toEqual({ ok: true, value: { id: 'r2', name: null, namedBy: null } });
  expect(await label('r3')).toEqual({ ok: true, value: { id: 'r3', name: 'Lead', namedBy: 'person' } });
});
