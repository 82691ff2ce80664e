import { expect, it } from 'vitest';
import { createClipboardCalls } from '../../../electron/calls/clipboard.ts';

it('copying is answered once the text is on the clipboard, and not where it could not be put there', async () => {
  const put = Promise.withResolvers<void>();
  let isAnswered = false;
  const answer = Promise.resolve(createClipboardCalls(() => put.promise)['clipboard.copy']({ text: 'a' })).then(
    (outcome) => {
      isAnswered = true;
      return outcome;
    },
  );
  await Promise.resolve();
  expect(isAnswered).toBe(false);
  put.resolve();
  expect(await answer).toEqual({ ok: true, value: null });
  const refused = createClipboardCalls(() => Promise.reject(new Error('held')))['clipboard.copy']({ text: 'a' });
  await expect(Promise.resolve(refused)).rejects.toThrow('held');
});
