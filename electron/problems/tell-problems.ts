/** Problems in full, as rows show them: what is kept of each is small, and told of those that are shown alone. */
import { longestHandle, mostNamed } from '../../contract/bounds.ts';
import type { UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { Problem, ProblemKind, ProblemRow } from '../../contract/problems.ts';
import { readAddresses } from '../email/read-addresses.ts';
import { shortened } from '../reading/read-notes.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { ClaimsUpward } from '../storage/claims-upward.ts';
import { addressHandle, handlesOf } from '../storage/handles-of.ts';
import type { StoredUser } from '../storage/stored-user.ts';
import type { Tables } from '../storage/tables.ts';
import { namedManagers, tellLeftBehind } from '../storage/tell-left-behind.ts';
import type { FoundOfKind } from './found.ts';
import type { Sinces } from './gone-since.ts';
import { isAside, isNew, type MarkedKind } from './marked.ts';
import { aboutOf } from './problem-order.ts';
import { ofRecord } from './record-details.ts';

export type TellProblemsNeeds = {
  readonly tables: Pick<Tables, 'ids' | 'people' | 'notFound' | 'failures' | 'listOddities' | 'sync'>;
  readonly upward: Pick<ClaimsUpward, 'now'>;
  readonly userOf: (key: PersonKey) => StoredUser | null;
  readonly sinces: Sinces;
  /** Of several people, so many are named. */
  readonly most?: number;
};

/** Fewer than there are places where something of them has gone since they were found. */
export type TellProblems = (
  kind: ProblemKind,
  found: FoundOfKind,
  marked: MarkedKind,
  places: ArrayLike<number>,
) => ProblemRow[];

export function createTellProblems({
  tables,
  upward,
  userOf,
  sinces,
  most = mostNamed,
}: TellProblemsNeeds): TellProblems {
  const { ids, people, notFound, failures, listOddities, sync } = tables;
  const cards = (keys: readonly PersonKey[]) => {
    const named = keys.slice(0, most).flatMap((key) => people.cardOfKey(key) ?? []);
    return { people: named, more: keys.length - named.length };
  };
  const listing = (key: PersonKey) => {
    const { managers, more } = namedManagers({ ...upward.now(), people }, key, most);
    return { listedBy: managers, more };
  };
  const sharedText = (kind: ProblemKind, handle: string, owner: PersonKey): string => {
    const contacts = people.contacts(owner);
    const own =
      kind === 'shared-email'
        ? contacts?.emails.flatMap(readAddresses).find((one) => addressHandle(one) === handle)
        : contacts?.phones.find((phone) =>
            handlesOf({ username: null, emails: [], phones: [phone] }).some((one) => one.handle === handle),
          );
    return shortened(own ?? handle.slice(1), longestHandle);
  };

  const ofPerson = (kind: ProblemKind, key: PersonKey, person: PersonCard, weight: number): Problem | null => {
    switch (kind) {
      case 'left-behind': {
        const behind = tellLeftBehind({ ...upward.now(), people }, key, most);
        return behind === null ? null : { kind, person, ...behind };
      }
      case 'gone-manager':
        return { kind, person, living: weight };
      case 'too-many-reports':
        return { kind, person, reports: person.reportCount };
      case 'several-tops':
        return { kind, person, below: weight };
      case 'several-managers':
        return { kind, person, ...namedManagers({ ...upward.now(), people }, key, most) };
      case 'listed-twice':
        return { kind, person, times: weight };
      case 'alone':
        return { kind, person };
      default:
        return ofRecord(kind, person, () => userOf(key)?.user ?? null);
    }
  };

  const problemOf = (kind: ProblemKind, found: FoundOfKind, place: number): Problem | null => {
    const subject = found.subjects[place] ?? 0;
    const about = aboutOf(found, place);
    switch (kind) {
      case 'list-part': {
        const { listPart } = sync.load();
        return listPart === null ? null : { kind, ...listPart };
      }
      case 'bad-entry': {
        const bad = listOddities.badEntry(subject);
        return bad === null ? null : { kind, entry: subject + 1, why: bad.why, text: bad.text };
      }
      case 'cycle':
        return { kind, ...cards(about) };
      case 'shared-email':
      case 'shared-phone':
        return { kind, text: sharedText(kind, found.handles?.[place] ?? '', about[0] ?? 0), ...cards(about) };
      case 'not-found': {
        const since = notFound.since(subject);
        const person = people.cardOfKey(subject);
        return since === null ? null : { kind, id: ids.idOf(subject), person, since, ...listing(subject) };
      }
      case 'failed': {
        const failure = failures.of(subject);
        const person = people.cardOfKey(subject);
        return failure === null ? null : { kind, id: ids.idOf(subject), person, ...failure, ...listing(subject) };
      }
      default: {
        const person = people.cardOfKey(subject);
        return person === null ? null : ofPerson(kind, subject, person, found.weights[place] ?? 0);
      }
    }
  };

  return (kind, found, { marks, notes }, places) => {
    const since = sinces(kind, found, places);
    return Array.from(places).flatMap((place, nth): ProblemRow[] => {
      const problem = problemOf(kind, found, place);
      if (problem === null) return [];
      const subject = found.subjects[place] ?? 0;
      const note = marks[place] === isAside ? notes.get(subject) : undefined;
      return [
        {
          subject,
          problem,
          since: since[nth] ?? null,
          evidence: evidenceOf(problem),
          isNew: marks[place] === isNew,
          aside: note === undefined ? null : { note: note.note, at: note.at },
        },
      ];
    });
  };
}

/** Whose reply shows it: of those who lead, the one who lists the others. */
function evidenceOf(problem: Problem): { readonly id: UserId; readonly at: number } | null {
  const of = (card: PersonCard | null | undefined) => (card == null ? null : { id: card.id, at: card.fetchedAt });
  switch (problem.kind) {
    case 'list-part':
    case 'bad-entry':
      return null;
    case 'left-behind':
    case 'several-managers':
      return of(problem.managers[0]);
    case 'not-found':
    case 'failed':
      return of(problem.listedBy[0] ?? problem.person);
    case 'cycle':
    case 'shared-email':
    case 'shared-phone':
      return of(problem.people[0]);
    default:
      return of(problem.person);
  }
}
