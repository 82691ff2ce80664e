/** The newest reply of a person, brought together from its parts. */
import type { Call } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { RawReply } from '../../contract/person.ts';

/** Fails with `cancelled` where it is no longer wanted. */
export async function readRaw(call: Call, id: UserId, isWanted: () => boolean): Promise<Outcome<RawReply>> {
  for (;;) {
    const first = await call('people.raw', { id, part: 0 });
    if (!first.ok) return first;
    const texts = [first.value.text];
    for (let part = 1; part < first.value.parts; part += 1) {
      if (!isWanted()) return failed({ kind: 'cancelled' });
      const next = await call('people.raw', { id, part });
      if (!next.ok) return next;
      // A newer reply has come between two parts.
      if (next.value.sha256 !== first.value.sha256) break;
      texts.push(next.value.text);
    }
    const { parts, ...reply } = first.value;
    if (texts.length === parts) return succeeded({ ...reply, text: texts.join('') });
  }
}
