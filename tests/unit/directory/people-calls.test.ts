/** Saving the reply of a person as it came. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPeopleCalls } from '../../../electron/directory/people-calls.ts';
import type { DirectoryStore } from '../../../electron/directory/store.ts';
import { freshFile, idOf, record, replyOf, storeAt, userOf } from './stored.ts';

let store: DirectoryStore;
beforeEach(() => {
  ({ store } = storeAt(freshFile()));
  record(store, [userOf('ann')]);
});
afterEach(() => store.close());

const callsWith = (saveText: (name: string, text: string) => Promise<boolean>) =>
  createPeopleCalls({
    current: () => ({ store, directory: notAsked(), recorder: notAsked() }),
    saveText,
  });
const notAsked = () => new Proxy({}, { get: (_, name) => expect.fail(`asked for ${String(name)}`) }) as never;

it('saves the text of the newest reply, named by the person', async () => {
  const saved: string[] = [];
  const calls = callsWith(async (name, text) => saved.push(name, text) > 0);
  expect(await calls['people.saveRaw']({ id: idOf('ann') })).toEqual({ ok: true, value: { saved: true } });
  expect(saved).toEqual(['user-ann.json', replyOf(userOf('ann')).text]);
});

it('says why it could not be saved, and nothing of what is a defect', async () => {
  const saveRaw = (code: string) =>
    callsWith(() => Promise.reject(Object.assign(new Error(code), { code })))['people.saveRaw']({ id: idOf('ann') });
  expect(await saveRaw('EROFS')).toEqual({ ok: false, failure: { kind: 'not-saved', trouble: 'not-allowed' } });
  await expect(saveRaw('ERR_DEFECT')).rejects.toThrow('ERR_DEFECT');
});
