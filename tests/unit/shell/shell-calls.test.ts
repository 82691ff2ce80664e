import { expect, it } from 'vitest';
import { createSentTexts } from '../../../electron/calls/sent-texts.ts';
import { createShellCalls } from '../../../electron/calls/shell-calls.ts';

const callsWith = (copy: (text: string) => Promise<void>) =>
  createShellCalls({
    stored: () => null,
    openExternal: async () => undefined,
    copy,
    texts: createSentTexts({ isIn: () => false }),
    appearance: { theme: () => 'system', set: () => ({ ok: true, value: null }) },
    about: { version: '1', runtime: 'none' } as never,
  });

it('copying is answered once the text is on the clipboard, and not where it could not be put there', async () => {
  const put = Promise.withResolvers<void>();
  let isAnswered = false;
  const answer = Promise.resolve(callsWith(() => put.promise)['clipboard.copy']({ text: 'a' })).then((outcome) => {
    isAnswered = true;
    return outcome;
  });
  await Promise.resolve();
  expect(isAnswered).toBe(false);
  put.resolve();
  expect(await answer).toEqual({ ok: true, value: null });
  const refused = callsWith(() => Promise.reject(new Error('held')))['clipboard.copy']({ text: 'a' });
  await expect(Promise.resolve(refused)).rejects.toThrow('held');
});
