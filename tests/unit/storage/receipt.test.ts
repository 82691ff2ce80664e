/** A reply with its receipt, checked as an auditor would: what stands behind the head has the SHA-256 that the head names. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withReceipt } from '../../../contract/receipt.ts';
import { decodeUtf8, sha256Of } from '../../../electron/reading/read-json.ts';
import { freshFile, idOf, noon, record, replyOf, storeAt, userOf } from './stored.ts';

/** What `tail -n +N` gives of a file. */
const fromLine = (bytes: Buffer, number: number): Buffer => {
  let at = 0;
  for (let line = 1; line < number; line += 1) at = bytes.indexOf('\n', at) + 1;
  return bytes.subarray(at);
};

/** Follows the head's instructions, and gives both hashes. */
function checked(saved: string): { readonly named: string | undefined; readonly found: string } {
  const line = Number(/^Check: tail -n \+(\d+) FILE \| sha256sum$/m.exec(saved)?.[1]);
  const body = fromLine(Buffer.from(saved, 'utf8'), line);
  return {
    named: /^SHA-256: ([0-9a-f]{64})$/m.exec(saved)?.[1],
    found: createHash('sha256').update(body).digest('hex'),
  };
}

const body = fc.oneof(
  fc.json({ maxDepth: 2 }),
  fc
    .array(fc.constantFrom('\ufeff', '{', '"é李👩‍👧"', '\n', '\r\n', '\n\n', ' ', '12345678901234567890'), {
      maxLength: 12,
    })
    .map((some) => some.join('')),
);

it('has the SHA-256 of the bytes that came, whatever they are', () => {
  fc.assert(
    fc.property(body, (came) => {
      const bytes = Buffer.from(came, 'utf8');
      const reply = {
        id: idOf('a'),
        sha256: sha256Of(bytes),
        firstSeenAt: noon,
        textSeenAt: noon,
        lastSeenAt: noon,
        url: 'https://a.b/c',
      };
      const { named, found } = checked(withReceipt({ ...reply, text: decodeUtf8(bytes) ?? '' }));
      expect(found).toBe(named);
    }),
  );
});

it('says when the same reply was received for the first and the last time, and holds after it was stored', () => {
  const { store } = storeAt(freshFile());
  record(store, [userOf('ann', { name: 'Łucja "Bo" Lee' })]);
  const again = replyOf(userOf('ann', { name: 'Łucja "Bo" Lee' }));
  store.recordUsers([{ ...again, receivedAt: noon + 1000 }]);
  const raw = store.raw(idOf('ann'));
  store.close();
  if (raw === null) return expect.fail('nothing is stored');
  const saved = withReceipt(raw);
  expect(saved).toContain(
    `\nAsked: ${again.url}\nFirst-Seen: 2026-03-01T12:00:00.000Z\nLast-Seen: 2026-03-01T12:00:01.000Z\n`,
  );
  expect(checked(saved)).toEqual({ named: again.sha256, found: again.sha256 });
});
