/** A text to begin from is read alike in a thread of its own, and at once where it is short. */
import { expect, it } from 'vitest';
import { createFindPastedIds, longestReadAtOnce } from '../../../electron/connection/pasted-thread.ts';
import { findIds } from '../../../electron/pasted/find-ids.ts';
import { nobodys } from '../../../electron/pasted/whose.ts';
import { startedFile } from '../started-file.ts';
import { strictLog } from '../storage/stored.ts';
import { unwrap } from '../sync/synced.ts';

const server = 'https://api.example.com';
const find = createFindPastedIds({ thread: { script: startedFile('directory-thread') }, log: strictLog });

it.each([10, longestReadAtOnce])('of at least %i units', async (length) => {
  const text = `id,name\n${'u-10001,Anna\n'.repeat(length / 12)}u-10002,${server}/v1/ext/user/u-3\nn/a,Bo`;
  expect(unwrap(await find(text, server))).toEqual(findIds(text, { ...nobodys, server }));
});

it('where the thread is lost, that is said', async () => {
  const lost = createFindPastedIds({
    thread: { script: new URL('missing.js', import.meta.url) },
    log: { info: () => undefined, defect: () => 'a-reference' },
  });
  const answer = await lost('u-10001 '.repeat(longestReadAtOnce), server);
  expect(answer).toEqual({ ok: false, failure: { kind: 'database', trouble: 'cannot-open' } });
});
