/** The counts that are kept with every write are what counting would give, whatever is written and whatever fails. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { failed, succeeded } from '../../../contract/failures.ts';
import { usualView } from '../../../contract/people-view.ts';
import type { RecordStatus } from '../../../contract/user.ts';
import type { UserBytes, UserReply } from '../../../electron/reading/user-reply.ts';
import { readUserBytes } from '../../../electron/reading/user-reply.ts';
import { currentReader, type Reader } from '../../../electron/storage/reader.ts';
import { replyText } from '../sync/organisation-server.ts';
import { freshFile, idOf, noon, storeAt, userOf, viewsOf } from './stored.ts';
import { workOf } from './whole-store.ts';

const statuses = ['active', 'inactive', 'deleted', 'unknown'] as const satisfies readonly RecordStatus[];
const everybodyById = { ...usualView, sort: { by: 'id', descending: false } } as const;
const noLog = { info: () => undefined, defect: () => 'reference' };

const someone = fc.tuple(fc.nat({ max: 6 }), fc.constantFrom(...statuses));
const batch = fc.array(someone, { maxLength: 8 });
const steps = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant('replies'), batch, breaks: fc.boolean() }),
    fc.record({ does: fc.constant('bytes'), batch, breaks: fc.boolean() }),
    fc.record({ does: fc.constant('reread'), batch, breaks: fc.boolean() }),
    fc.record({ does: fc.constant('not-found'), batch, breaks: fc.boolean() }),
  ),
  { maxLength: 12 },
);

const flags = {
  active: { isActive: true, isDeleted: false },
  inactive: { isActive: false, isDeleted: false },
  deleted: { isActive: false, isDeleted: true },
  unknown: { isActive: null, isDeleted: null },
};

function bytesOf(id: string, status: RecordStatus, bio: string, receivedAt: number): UserBytes {
  const { _data } = JSON.parse(replyText(id, [])) as { _data: object };
  const text = JSON.stringify({ _data: { ..._data, ...flags[status], bio } });
  return { id: idOf(id), url: '', bytes: new TextEncoder().encode(text), contentType: 'application/json', receivedAt };
}

function replyOf(bytes: UserBytes): UserReply {
  const reply = readUserBytes(bytes);
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure));
  return reply.value;
}

it('are so after any writes, also where a batch fails in the middle', () => {
  fc.assert(
    fc.property(steps, (some) => {
      const file = freshFile();
      let version = 1;
      const first = { ...currentReader, version };
      let { store } = storeAt(file, { log: noLog, reader: first });
      let work = workOf(store, first);
      const check = () => {
        const rows = store.database.prepare('SELECT status, count(*) AS number FROM people GROUP BY status').all();
        const counted = new Map((rows as { status: number; number: number }[]).map((row) => [row.status, row.number]));
        const kept = store.database.prepare('SELECT status, people FROM status_counts WHERE people <> 0').all();
        expect(new Map((kept as { status: number; people: number }[]).map((row) => [row.status, row.people]))).toEqual(
          counted,
        );
        const shown = viewsOf(store).window({ view: everybodyById, offset: 0, limit: 99, follow: [] });
        expect(store.counts()).toEqual(shown.counts);
      };
      for (const [nth, { does, batch: people, breaks }] of some.entries()) {
        // A time that is none breaks the transaction once everybody before is written.
        const at = (place: number) => (breaks && place === people.length - 1 ? 0.5 : noon + nth);
        if (does === 'replies') {
          const replies = people.map(([who, status], place) =>
            replyOf(bytesOf(`p${who}`, status, `${nth}`, at(place))),
          );
          expect(store.recordUsers(replies).ok).toBe(!breaks || people.length === 0);
        } else if (does === 'bytes') {
          const bytes = people.map(([who, status], place) => bytesOf(`p${who}`, status, '', at(place)));
          expect(work.recordReplies(bytes, []).ok).toBe(!breaks || people.length === 0);
        } else if (does === 'not-found') {
          for (const [who] of people) work.recordNotFound(idOf(`p${who}`), noon + nth);
        } else {
          store.close();
          version += 1;
          const turn = new Map(people.map(([who, status]) => [`p${who}`, status]));
          const read: Reader['read'] = (body, id) => {
            const status = turn.get(id ?? '');
            if (breaks && status === 'unknown') return failed({ kind: 'offline' });
            return succeeded(userOf(id ?? '', { status: status ?? 'active', bio: JSON.stringify(body).slice(0, 9) }));
          };
          ({ store } = storeAt(file, { log: noLog, reader: { version, read } }));
          work = workOf(store, { version, read });
          while (true) {
            const reread = store.rereadOutdated(3);
            check();
            if (!reread.ok || reread.value.length === 0) break;
          }
        }
        check();
      }
      store.close();
    }),
    { numRuns: 60 },
  );
});
