/**
 * Where to find everything that is wrong with the demo directory: for each kind, the ids of the people it can be seen
 * at. Tests check that each is really there; pages and screenshots pick their examples here.
 */
import type { Blemish } from './blemishes.ts';
import type { Organisation } from './organisation.ts';

/** Kinds that are told from the place in the organisation, not from a person's own blemish. */
type PlaceAnomaly =
  /** Managers of more than two hundred. */
  | 'broad-team'
  /** Those whom two managers list. */
  | 'two-managers'
  /** Those whom nobody lists, the top aside; some of them have people of their own. */
  | 'unlisted'
  /** Two who lead each other, with nobody above them. */
  | 'closed-circle'
  /** Those who cannot be reached from the top: the unlisted, those of closed circles, and who is below them. */
  | 'unreachable'
  /** Ids that somebody lists and that nobody has: the server answers 404. */
  | 'dangling-id'
  /** An id that the server answers with 403, whatever the token. */
  | 'withheld-id'
  /** The manager who lists that id. */
  | 'withheld-report';

export type AnomalyKind = Blemish | PlaceAnomaly;
/** Ids in the order of the organisation. `cycle`: three at a time, each listing the next and the last the first. */
export type Anomalies = Readonly<Record<AnomalyKind, readonly string[]>>;

/** Looks at everybody once: some 2 ms for a thousand people. */
export const anomaliesOf = ({
  people,
  ids,
  shape,
  blemishes,
  indexOf,
  recordOf,
  alsoListed,
  closing,
  withheld,
}: Organisation): Anomalies => {
  const found: Record<AnomalyKind, string[]> = {
    'broad-team': shape.broadTeams.map(({ manager }) => ids.idOf(manager)),
    'closed-circle': [],
    cycle: [],
    'dangling-id': [],
    'dangling-report': [],
    'date-yet-not-deleted': [],
    'deleted-manager': [],
    'deleted-without-date': [],
    'deleted-yet-active': [],
    'deleted-yet-available': [],
    'duplicate-report': [],
    'email-of-another': [],
    'emoji-name': [],
    'errors-beside-data': [],
    'humanised-values': [],
    'inactive-manager': [],
    'inactive-yet-available': [],
    'markup-name': [],
    'missing-fields': [],
    'no-email': [],
    'no-name': [],
    'no-name-nor-username': [],
    'not-an-id': [],
    'primary-not-listed': [],
    'primary-unverified': [],
    'right-to-left-name': [],
    'second-manager': [],
    'self-report': [],
    'shared-email': [],
    'single-word-name': [],
    'skips-a-level': [],
    'two-managers': [],
    'unknown-availability': [],
    unlisted: [],
    unreachable: [],
    'very-long-name': [],
    'withheld-id': withheld === null ? [] : [withheld],
    'withheld-report': [],
    'wrong-types': [],
  };
  const note = (kind: AnomalyKind, index: number): number => found[kind].push(ids.idOf(index));
  for (let index = 0; index < people; index += 1) {
    const side = shape.sidePlaceOf(index)?.place;
    const isClosed = side === 'lost-manager' && closing(index + 1) === index;
    if (isClosed) for (const member of [index, index + 1]) note('closed-circle', member);
    if (side === 'alone' || (side === 'lost-manager' && !isClosed)) note('unlisted', index);
    if (withheld !== null && side === 'lost-manager' && recordOf(index).reportees.includes(withheld))
      note('withheld-report', index);
    if (side === 'alone' || side === 'lost-manager' || side === 'lost-report') note('unreachable', index);
    const kind = blemishes.of(index);
    if (kind === null) continue;
    if (kind === 'cycle') {
      const second = indexOf(recordOf(index).reportees[0] ?? '');
      if (second === null) continue;
      for (const member of [index, second, second + 1]) note('cycle', member);
      continue;
    }
    note(kind, index);
    const also = alsoListed(index);
    if (also !== null) note('two-managers', also);
    if (kind === 'dangling-report')
      found['dangling-id'].push(...recordOf(index).reportees.filter((id) => indexOf(id) === null));
  }
  return found;
};
