/** Rows of the list as they are told: who is meant, who their manager is, and when the server last said so. */
import type { DatabaseSync } from 'node:sqlite';
import { cardBounds, mostInRow } from '../../contract/bounds.ts';
import type { CheckPerson, CheckRow } from '../../contract/check.ts';
import type { UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { Status } from '../../contract/user.ts';
import { keyIn, statusIn } from '../people/rows.ts';
import { shortened } from '../reading/read-notes.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusFromNumber } from '../sqlite/status-order.ts';
import { createWriteMark } from '../sqlite/write-mark.ts';
import { createClaimsUpward } from '../storage/claims-upward.ts';
import type { Tables } from '../storage/tables.ts';
import type { Left } from './filtered.ts';
import { type Answered, answeredAt, type FindAnswer, failureIn, isToAsk, type Several } from './find-answer.ts';
import type { HeldAnswers } from './held-answers.ts';
import type { NearestInTurn } from './nearest-names.ts';
import { nameIn } from './row-text.ts';

export type TellRows = {
  /** `nearest`: finds who may be meant by a name that nobody has; where it is left out, nobody is. */
  readonly rows: (held: HeldAnswers, left: Left, nearest?: NearestInTurn['of']) => CheckRow[];
  /** The first of those who may be meant, at most so many. */
  readonly candidates: (several: Several, most: number) => CheckPerson[];
};

const ofStatus: readonly string[] = ['active', 'inactive', 'unknown', 'deleted', 'not-found'] satisfies Status[];

/** Of a row that is blank. */
const blank = {
  answer: null,
  person: null,
  manager: null,
  matchedBy: null,
  source: null,
  notFoundSince: null,
  failure: null,
  why: null,
  candidates: null,
  isNearest: false,
  isAsked: false,
};

export function createTellRows(
  database: DatabaseSync,
  { people, claims }: Pick<Tables, 'people' | 'claims'>,
  { said }: Pick<FindAnswer, 'said'>,
): TellRows {
  const upward = createClaimsUpward(claims);
  const mark = createWriteMark(database);
  let seen: unknown = null;
  /** Of those who have one. */
  const managersOf = (keys: readonly PersonKey[]): Map<PersonKey, PersonKey> => {
    const now = mark();
    if (now !== seen) upward.claimsChanged();
    seen = now;
    const { managers } = upward.now(keys);
    const found = new Map<PersonKey, PersonKey>();
    for (const key of keys) {
      const manager = managers.of(key);
      if (manager !== null) found.set(key, manager);
    }
    return found;
  };

  const peopleOf = ({ keys, ids }: Several, cards: ReadonlyMap<PersonKey, PersonCard>, most: number): CheckPerson[] => {
    const known = keys.slice(0, most).flatMap((key) => toPerson(cards.get(key)) ?? []);
    return [...known, ...ids.slice(0, most - known.length).map(ofNobody)];
  };

  return {
    candidates: (several, most) => peopleOf(several, people.cardsOfKeys(several.keys.slice(0, most)), most),
    rows: (held, left, nearest = () => null) => {
      const found = Array.from(left.of, left.kind === 'rows' ? rowOf(held, nearest) : onlyHere);
      const keys = [...new Set(found.flatMap(([, one]) => one?.key ?? []))];
      const managers = managersOf(keys);
      const named = found.flatMap(([, one]) => one?.several?.keys.slice(0, mostInRow) ?? []);
      const cards = people.cardsOfKeys([...new Set([...keys, ...managers.values(), ...named])]);
      const managerOf = (key: PersonKey): CheckPerson | null => {
        const manager = managers.get(key);
        return manager === undefined ? null : toPerson(cards.get(manager));
      };
      // The list says nothing of people in none of its rows.
      const asked = left.kind === 'rows' ? held.asked() : null;
      const answered = (one: Told) => {
        const last = one.key === null ? null : said(one.key);
        const at = last === null ? null : answeredAt(last);
        const isMeant = one.key !== null || one.id !== null;
        const isFailure = one.answer === 'failed' || one.answer === 'no-permission';
        return {
          answer: one.answer,
          person: one.key === null ? null : toPerson(cards.get(one.key), one.answer),
          manager: one.key === null ? null : managerOf(one.key),
          matchedBy: one.by,
          source:
            at === null
              ? null
              : { from: asked !== null && at >= asked.at ? ('server' as const) : ('local' as const), at },
          notFoundSince: last?.notFoundSince ?? null,
          failure: last !== null && isFailure ? failureIn(last, asked) : null,
          why: one.why,
          candidates:
            one.several === null
              ? null
              : {
                  count: one.several.keys.length + one.several.ids.length,
                  first: peopleOf(one.several, cards, mostInRow),
                },
          isNearest: one.isNearest,
          isAsked: asked !== null && asked.status !== null && isMeant && isToAsk(last, asked),
        };
      };
      return found.map(([placed, one]) => ({ ...placed, ...(one === null ? blank : answered(one)) }));
    },
  };
}

type Placed = Pick<CheckRow, 'place' | 'line' | 'part' | 'given' | 'foundAt' | 'repeats'>;

type Told = Answered & { readonly isNearest: boolean };

function rowOf(held: HeldAnswers, nearest: NearestInTurn['of']): (place: number) => [Placed, Told | null] {
  return (place) => {
    const one = held.at(place);
    if (one === null) return [placedIn(held, place), null];
    const name = isNameOfNobody(one) ? nameIn(held.list.textAt(held.list.first[place] ?? place)) : null;
    const keys = (name === null ? null : nearest(name)) ?? [];
    const near = keys.length === 0 ? null : { keys, ids: [] };
    return [placedIn(held, place), { ...one, several: one.several ?? near, isNearest: near !== null }];
  };
}

/** Also where somebody was chosen for it. */
export function isNameOfNobody({ several, key, by }: Answered): boolean {
  return several === null && (key === null || by === 'chosen');
}

function placedIn({ list: { line, part, given, foundAt, first } }: HeldAnswers, place: number): Placed {
  const before = first[place] ?? place;
  const isRepeated = before >= 0 && before !== place;
  return {
    place,
    line: line[place] ?? 1,
    part: part[place] ?? 0,
    given: given[place] ?? '',
    foundAt: foundAt[place] ?? 0,
    repeats: isRepeated ? { place: before, line: line[before] ?? 1, part: part[before] ?? 0 } : null,
  };
}

/** Somebody in none of the rows, whose status is the one by which they are in the part. */
function onlyHere(packed: number): [Placed, Told] {
  const key = keyIn(packed);
  const answer = statusFromNumber(statusIn(packed));
  return [
    { place: key, line: null, part: 0, given: '', foundAt: 0, repeats: null },
    { answer, key, id: null, by: null, why: null, several: null, isNearest: false },
  ];
}

/** `answer`: that of their row, which their status never differs from on one screen. */
function toPerson(card: PersonCard | undefined, answer?: string): CheckPerson | null {
  if (card === undefined) return null;
  const { id, name, email, deletedAt } = card;
  const status = answer !== undefined && ofStatus.includes(answer) ? (answer as Status) : card.status;
  return { id, name, email, status, deletedAt };
}

function ofNobody(id: UserId): CheckPerson {
  return { id, name: shortened(id, cardBounds.name), email: null, status: 'unknown', deletedAt: null };
}
