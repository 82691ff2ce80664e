/** What is wrong with a record is stored as its page tells it, also where replies leave out what older ones said. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordProblemsOf } from '../../../electron/storage/record-problems.ts';
import { type Fields, hours, storeOfEachTest, tell, wholeRecord, without } from '../storage/replied.ts';
import { idOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

let store: DirectoryStore;
storeOfEachTest((opened) => {
  store = opened;
});

const stored = (id: string) => {
  const key = store.tables.ids.find(idOf(id));
  return [...store.tables.recordProblems.every()]
    .filter(([person]) => person === key)
    .map(([, ...of]) => of)
    .sort();
};
const onPage = (id: string) => {
  const known = store.user(idOf(id));
  if (known === null) throw new Error(`${id} is not stored`);
  return recordProblemsOf(known.user, known.carried)
    .map(({ kind, evidence }) => [kind, evidence])
    .sort();
};

it('values of two replies contradict each other once one reply says both, though nobody is another by it', () => {
  const gone = { isDeleted: true, deletedAt: 1631817298108, availabilityStatus: null };
  tell(store, wholeRecord('boss', { isActive: true, isDeleted: false, deletedAt: null, availabilityStatus: null }));
  tell(store, without(wholeRecord('boss', gone), 'isActive'), { at: hours(1) });
  expect(stored('boss')).toEqual([]);
  tell(store, wholeRecord('boss', { ...gone, isActive: true }), { at: hours(2) });
  expect(stored('boss').map(([kind]) => kind)).toEqual(['deleted-active']);
  expect(stored('boss')).toEqual(onPage('boss'));
});

const fields = {
  isActive: fc.constantFrom(true, false, 'yes'),
  isDeleted: fc.constantFrom(true, false),
  deletedAt: fc.constantFrom(null, 1631817298108),
  availabilityStatus: fc.constantFrom(null, 'AVAILABLE'),
  reportees: fc.constantFrom([], ['boss'], ['ann', 'ann', '(vacant)']),
  primaryEmail: fc.constantFrom(null, { email: 'boss@x.example', isVerified: false, user: 'ann' }),
};
const reply: fc.Arbitrary<Fields> = fc
  .record(fields)
  .chain((all) => fc.subarray(Object.keys(fields)).map((left) => without(wholeRecord('boss', all), ...left)));

/** A person of its own for each run. */
let nth = 0;

it('whatever replies say and leave out, one after the other', () => {
  fc.assert(
    fc.property(fc.array(reply, { minLength: 1, maxLength: 6 }), (replies) => {
      nth += 1;
      const id = `boss${nth}`;
      for (const [at, one] of replies.entries()) {
        tell(store, { ...one, id }, { at: hours(at) });
        expect(stored(id)).toEqual(onPage(id));
      }
    }),
    { numRuns: 150 },
  );
});
