/** A token that was pasted where none belongs is told, whatever the length of the text around it. */
import { describe, expect, it } from 'vitest';
import { createTokenGuard } from '../../../electron/account/token-leak-check.ts';

const token = 'abcdefghij-0123456789-KLMNOPQRST';
const guard = createTokenGuard(() => [token]);
const wrapped = token.replaceAll(/.{7}/g, (line) => `${line}\n`);

describe('a token is told that is wrapped', () => {
  it.each([
    ['over lines', wrapped],
    ['over lines of another system', wrapped.replaceAll('\n', '\r\n')],
    ['by spaces', token.replaceAll(/.{5}/g, (line) => `${line} `)],
    [
      'over lines in hexadecimal',
      Buffer.from(token)
        .toString('hex')
        .replaceAll(/.{11}/g, (line) => `${line}\n`),
    ],
    [
      'over lines in base64',
      Buffer.from(`x${token}`)
        .toString('base64')
        .replaceAll(/.{9}/g, (line) => `${line}\r\n`),
    ],
  ])('%s, in a text of any length', (_how, written) => {
    for (const length of [0, 100_000, 3_000_000]) {
      const around = 'u-1234, '.repeat(length / 8);
      expect([length, guard.isIn(`${around}${written}\n${around}`)]).toEqual([length, true]);
      expect([length, guard.isIn(`${around}${written.slice(0, written.length / 2)}${around}`)]).toEqual([
        length,
        false,
      ]);
    }
  });
});
