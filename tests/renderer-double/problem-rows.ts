/** Problems of every kind. Not random: the same in every run. */
import { UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { Problem, ProblemRow } from '../../contract/problems.ts';
import { cardOf, day, everybody, idOf, minute } from './people.ts';

const pick = (...numbers: readonly number[]): PersonCard[] => numbers.map((number) => cardOf(number));
const rtl = cardOf(9060, { name: 'עדי בן־דוד', status: 'inactive' });
const long = everybody.find(({ name }) => name.startsWith('Maximiliana')) ?? cardOf(1);
const deleted = (number: number): PersonCard => ({
  ...cardOf(number, { status: 'deleted' }),
  deletedAt: Date.now() - 97 * day,
});

/** The heaviest of each kind first. */
const problems: readonly Problem[] = [
  ...Array.from({ length: 29 }, (_, nth): Problem => {
    const nearest = nth === 2 ? null : cardOf(60 + (nth % 3));
    return { kind: 'left-behind', person: cardOf(70 + nth), managers: [deleted(20 + (nth % 4))], more: 0, nearest };
  }),
  { kind: 'left-behind', person: long, managers: [deleted(20), { ...long, ...deleted(21) }], more: 1, nearest: rtl },
  { kind: 'left-behind', person: rtl, managers: [{ ...rtl, status: 'deleted' }], more: 0, nearest: long },
  { kind: 'gone-manager', person: deleted(20), living: 12 },
  { kind: 'gone-manager', person: deleted(21), living: 1 },
  { kind: 'still-available', person: deleted(22) },
  { kind: 'still-available', person: rtl },
  { kind: 'deleted-active', person: deleted(23) },
  { kind: 'not-found', id: idOf(4711), person: null, since: Date.now() - 9 * day, listedBy: pick(53, 54), more: 0 },
  { kind: 'not-found', id: idOf(55), person: cardOf(55), since: Date.now() - 9 * minute, listedBy: [], more: 0 },
  { kind: 'cycle', more: 0, people: pick(31, 32, 33) },
  { kind: 'cycle', more: 1, people: [long, rtl, ...pick(34, 35, 36)] },
  { kind: 'self-report', person: cardOf(41) },
  { kind: 'too-many-reports', person: cardOf(43), reports: 5000 },
  { kind: 'several-tops', person: cardOf(63), below: 1180 },
  { kind: 'several-tops', person: cardOf(64), below: 1 },
  { kind: 'alone', person: cardOf(65) },
  { kind: 'several-managers', person: cardOf(44), managers: pick(45, 46), more: 0 },
  { kind: 'several-managers', person: long, managers: pick(45, 46, 47, 48, 49), more: 2 },
  { kind: 'shared-email', text: 'reception@example.com', people: pick(66, 67), more: 3 },
  { kind: 'shared-phone', text: '+91 98450 12345', people: pick(66, 67), more: 0 },
  { kind: 'owned-by-another', person: cardOf(68), address: 'old@example.com', owner: 'u-9', more: 0 },
  { kind: 'unverified-primary', person: cardOf(69), address: 'x'.repeat(300) },
  { kind: 'unlisted-primary', person: cardOf(70), address: 'new@example.com' },
  { kind: 'deleted-without-date', person: cardOf(24, { status: 'deleted' }) },
  { kind: 'date-without-deletion', person: cardOf(71) },
  { kind: 'unreadable', person: cardOf(72), fields: ['timezone', 'emails[2].isVerified'], more: 7 },
  {
    kind: 'not-an-id',
    more: 0,
    person: rtl,
    texts: ['../../etc/passwd', 'مدير الفرع', 'x'.repeat(200), '', '<script>alert(1)</script>'],
  },
  { kind: 'duplicate-report', more: 0, person: cardOf(42), ids: [idOf(51), idOf(52)] },
  { kind: 'bad-entry', entry: 1204, why: 'no-id', text: '"../../etc/passwd"' },
  { kind: 'bad-entry', entry: 1205, why: 'no-user', text: '42' },
  { kind: 'listed-twice', person: cardOf(47), times: 3 },
  { kind: 'list-part', listed: 800, total: 1200 },
  {
    kind: 'failed',
    id: UserId.parse('u-7'),
    person: null,
    failure: { kind: 'bad-reply', where: 'another-id', detail: '' },
    at: Date.now() - 3 * minute,
    listedBy: pick(56),
    more: 0,
  },
  // Enough of them that a list cannot draw all.
  ...Array.from({ length: 740 }, (_, nth): Problem => {
    const card = cardOf(100 + nth);
    return {
      kind: 'failed',
      id: card.id,
      person: nth % 3 === 0 ? null : card,
      failure: nth % 2 === 0 ? { kind: 'forbidden' } : { kind: 'timeout', after: 'idle' },
      at: Date.now() - nth * minute,
      listedBy: pick(9, 10).slice(0, nth % 3),
      more: 0,
    };
  }),
];

/** Each fourth person left behind is new, and so is what is not their kind's first. */
export const problemRows: readonly ProblemRow[] = problems.map((problem, nth) => ({
  subject: nth,
  problem,
  since: 'person' in problem ? (problem.person?.deletedAt ?? null) : null,
  evidence: 'person' in problem && problem.person ? { id: problem.person.id, at: Date.now() - nth * minute } : null,
  isNew: nth < 31 && nth % 4 === 0,
  aside: null,
}));
