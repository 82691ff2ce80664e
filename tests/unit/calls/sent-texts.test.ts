/** Texts that are longer than one message: what was sent in parts is whole again, and nothing is kept without end. */
import { expect, it } from 'vitest';
import { longestIdsText, longestPart } from '../../../contract/bounds.ts';
import type { LongText } from '../../../contract/call-inputs.ts';
import type { Call } from '../../../contract/calls.ts';
import { createTokenGuard } from '../../../electron/account/token-leak-check.ts';
import { createSentTexts } from '../../../electron/calls/sent-texts.ts';
import { sendText } from '../../../renderer/store/send-text.ts';

/** Sends as the page does; says how long each message was. */
const sending = () => {
  const texts = createSentTexts(createTokenGuard(() => ['a-token-that-is-held']));
  const lengths: number[] = [];
  const call = (async (_name: string, input: { sent: number | null; part: string }) => {
    lengths.push(input.part.length);
    return texts.send(input);
  }) as unknown as Call;
  const send = async (text: string): Promise<LongText> => {
    const sent = await sendText(call, text);
    if (!sent.ok) throw new Error(JSON.stringify(sent.failure));
    return sent.value;
  };
  const wholeOf = (text: LongText, longest = longestIdsText) => texts.wholeOf(text, 'text', longest);
  return { send, wholeOf, lengths, call };
};

it('a text goes in parts of the length of a message, and is whole again', async () => {
  const { send, wholeOf, lengths } = sending();
  for (const text of [
    '',
    'short',
    'x'.repeat(longestPart),
    '👩‍👩‍👧 '.repeat(longestPart),
    `${'y'.repeat(3 * longestPart)}end`,
  ]) {
    expect(wholeOf(await send(text))).toEqual({ ok: true, value: text });
  }
  expect(Math.max(...lengths)).toBeLessThanOrEqual(longestPart);
});

it('the last texts are kept, one beside another, and older ones are not', async () => {
  const { send, wholeOf } = sending();
  const sent = [];
  for (const letter of 'abc') sent.push(await send(letter.repeat(longestPart + 1)));
  const kept = sent.map((one) => wholeOf(one));
  expect(kept[0]).toEqual({ ok: false, failure: { kind: 'bad-input', where: 'text', reason: 'not-known' } });
  expect(kept.slice(1).map((one) => one.ok && one.value[0])).toEqual(['b', 'c']);
});

it('a text is refused that holds a token, also across two of its parts', async () => {
  const { wholeOf, call } = sending();
  const refused = { ok: false, failure: { kind: 'bad-input', where: 'text', reason: 'holds-token' } };
  expect(wholeOf('see a-token-that-is-held')).toEqual(refused);
  for (const before of [longestPart - 8, 3 * longestPart - 8, 3 * longestPart - 1])
    expect(await sendText(call, `${'x'.repeat(before)}a-token-that-is-held${'x'.repeat(longestPart)}`)).toEqual(
      refused,
    );
});

it('the longest text is looked through for a token a part at a time, and never again', async () => {
  const looked: number[] = [];
  const texts = createSentTexts({
    isIn: (text) => {
      looked.push(text.length);
      return false;
    },
  });
  const call = (async (_name: string, input: { sent: number | null; part: string }) =>
    texts.send(input)) as unknown as Call;
  const sent = await sendText(call, 'u-10001\n'.repeat(longestIdsText / 8));
  if (!sent.ok) throw new Error('not sent');
  for (let times = 0; times < 2; times += 1) expect(texts.wholeOf(sent.value, 'text', longestIdsText).ok).toBe(true);
  expect(Math.max(...looked)).toBeLessThanOrEqual(2 * longestPart);
  expect(looked.length).toBeLessThanOrEqual(longestIdsText / longestPart + 1);
});

it('for a token that is typed with it a text is looked through a part at a time, and others have their turn in between', async () => {
  const looked: number[] = [];
  const guard = createTokenGuard(() => []);
  const texts = createSentTexts({
    isIn: (text, beside) => {
      if (beside !== undefined) looked.push(text.length);
      return guard.isIn(text, beside);
    },
  });
  const call = (async (_name: string, input: { sent: number | null; part: string }) =>
    texts.send(input)) as unknown as Call;
  const sentOf = async (text: string) => {
    const sent = await sendText(call, text);
    if (!sent.ok) throw new Error('not sent');
    return sent.value;
  };
  const token = 'a-token-that-is-typed';
  const long = 'u-10001\n'.repeat((5 * longestPart) / 8);
  const sent = await sentOf(long);
  let turns = 0;
  let isOver = false;
  const takeTurn = () => {
    turns += 1;
    if (!isOver) setImmediate(takeTurn);
  };
  setImmediate(takeTurn);
  expect(await texts.wholeBeside(sent, 'startFrom', longestIdsText, token)).toEqual({ ok: true, value: long });
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(5);
  expect(looked).toHaveLength(5);
  expect(Math.max(...looked)).toBeLessThanOrEqual(2 * longestPart);

  const refused = { ok: false, failure: { kind: 'bad-input', where: 'startFrom', reason: 'holds-token' } };
  for (const before of [0, longestPart - 8, 3 * longestPart - 8, 4 * longestPart + 1]) {
    const held = await sentOf(`${'x'.repeat(before)}${token}${'x'.repeat(longestPart)}`);
    expect([before, await texts.wholeBeside(held, 'startFrom', longestIdsText, token)]).toEqual([before, refused]);
  }
  expect(await texts.wholeBeside(`see ${token}`, 'startFrom', longestIdsText, token)).toEqual(refused);
});

it('a text that is longer than is looked through is refused', async () => {
  const { send, wholeOf, call } = sending();
  const tooLong = { ok: false, failure: { kind: 'bad-input', where: 'text', reason: 'too-long' } };
  expect(await sendText(call, 'x'.repeat(longestIdsText + 1))).toEqual(tooLong);
  expect(wholeOf('x'.repeat(11), 10)).toEqual(tooLong);
  expect(wholeOf(await send('x'.repeat(longestPart + 1)), longestPart)).toEqual(tooLong);
});
