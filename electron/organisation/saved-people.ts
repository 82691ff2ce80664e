/** What is written of somebody in a drawing that is saved. */
import { marks, statusInMarks } from '../../contract/organisation-marks.ts';
import type { PeopleCount } from '../../contract/people-count.ts';
import type { PersonCard } from '../../contract/person.ts';
import { statusWords } from '../../contract/status-words.ts';
import type { Status } from '../../contract/user.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { CardsAsOf } from '../storage/cards-as-of.ts';
import type { Tables } from '../storage/tables.ts';
import { countBelow, type Forest } from './forest.ts';
import type { Members } from './members.ts';
import { palette } from './saved-palette.ts';

export type SavedPerson = {
  readonly id: string;
  /** The id where none is known. */
  readonly name: string;
  readonly card: PersonCard | null;
  /** '' where none is known. */
  readonly role: string;
  /** "Deleted", or why nothing is stored of them. */
  readonly status: string;
  readonly ink: string;
  readonly isActive: boolean;
  /** Nobody is there any more: the name is struck through. */
  readonly isGone: boolean;
};

export type SavedPeople = (forest: Forest, places: readonly number[]) => Map<number, SavedPerson>;

const inks: { readonly [S in Status]: string } = {
  active: palette.good,
  inactive: palette.warn,
  deleted: palette.bad,
  'not-found': palette.bad,
  unknown: palette.quiet,
};

export type SavedPeopleNeeds = {
  readonly people: Pick<Tables['people'], 'cardsOfKeys'>;
  readonly cardsAsOf: CardsAsOf;
  readonly members: Pick<Members, 'named'>;
};

/** By place. Cards are as of a moment; null: as new as when they are read. All else is of the forest. */
export function createSavedPeople({
  people,
  cardsAsOf,
  members,
}: SavedPeopleNeeds): (asOf: number | null) => SavedPeople {
  return (asOf) => (forest, places) => {
    const keyAt = (place: number): PersonKey => forest.keys[place] ?? 0;
    const keys = places.map(keyAt);
    const cards = asOf === null ? people.cardsOfKeys(keys) : cardsAsOf(asOf, keys);
    const missing = keys.filter((key) => !cards.has(key));
    const named = missing.length === 0 ? new Map<PersonKey, never>() : members.named(missing);
    return new Map(
      places.map((place) => {
        const card = cards.get(keyAt(place)) ?? null;
        const id = card?.id ?? named.get(keyAt(place))?.id ?? '';
        return [place, card === null ? notStored(id, forest.marks[place] ?? 0) : stored(card)];
      }),
    );
  };
}

function stored(card: PersonCard): SavedPerson {
  const { id, name, role, status } = card;
  return {
    id,
    name,
    card,
    role: role?.name ?? role?.id ?? '',
    status: statusWords[status],
    ink: inks[status],
    isActive: status === 'active',
    isGone: status === 'deleted' || status === 'not-found',
  };
}

function notStored(id: string, of: number): SavedPerson {
  const isGone = (of & marks.notFound) !== 0;
  // Of somebody who was stored, the forest may be older than what became of them.
  const isFailed = (of & marks.failed) !== 0 && statusInMarks(of) === null;
  return {
    id,
    name: id,
    card: null,
    role: '',
    status: isGone ? statusWords['not-found'] : isFailed ? 'Could not be fetched' : 'Not fetched yet',
    ink: isGone ? palette.bad : isFailed ? palette.warn : palette.quiet,
    isActive: false,
    isGone,
  };
}

const whole = new Intl.NumberFormat('en-GB');
export const countWords = (value: number): string => whole.format(value);

/** Somebody and everybody below; place 0: everybody. */
export function countAt({ size, sums }: Pick<Forest, 'size' | 'sums'>, place: number): PeopleCount {
  const end = place + (size[place] ?? 1);
  const from = Math.max(1, place);
  const among = (sum: Int32Array) => (sum[end] ?? 0) - (sum[from] ?? 0);
  const onlyListed = among(sums.notFetched) + among(sums.notFound);
  return { people: end - from - onlyListed, onlyListed };
}

/** "47", or "≥ 42" where more may come. */
export function belowWords(forest: Forest, place: number): string {
  const isOpen = countBelow(forest, forest.sums.notFetched, place) > 0;
  return `${isOpen ? '≥ ' : ''}${countWords((forest.size[place] ?? 1) - 1)}`;
}
