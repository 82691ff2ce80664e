/** Who has the nearest name, where nobody has the one that is given: as the search forgives slips, other orders and what is left out. */
import type { DatabaseSync } from 'node:sqlite';
import { mostCandidates } from '../../contract/bounds.ts';
import type { Clock } from '../clock.ts';
import { createFind } from '../search/find.ts';
import { createLabels } from '../search/labels.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { createWriteMark } from '../sqlite/write-mark.ts';
import type { Tables } from '../storage/tables.ts';

/** Names that are looked for while others wait. */
export type NearestInTurn = {
  /** The nearest first; empty: nobody's is near. Null: it was not looked for yet, and there is no time left for it. */
  readonly of: (name: string) => readonly PersonKey[] | null;
  /** Whether there was no time for one of them. */
  readonly isLacking: () => boolean;
};

export type NearestNames = {
  readonly of: (name: string) => readonly PersonKey[];
  /** For the names of one answer: at least one of them is looked for. */
  readonly inTurn: () => NearestInTurn;
};

export type NearestNamesNeeds = {
  readonly database: DatabaseSync;
  readonly tables: Pick<Tables, 'ids' | 'people' | 'index' | 'remembered'>;
  readonly clock: Pick<Clock, 'monotonic'>;
};

/** Longer, somebody who scrolls would wait for it. */
const turnMs = 60;
/** While people keep coming, what was found holds so long. */
const keptMs = 10_000;
const mostKept = 5000;

export function createNearestNames({
  database,
  tables: { ids, people, index, remembered },
  clock,
}: NearestNamesNeeds): NearestNames {
  const labels = createLabels({ tokens: index.tokens, labelNames: remembered.labels });
  const { find } = createFind({
    index,
    labels,
    keysOf: () => [],
    linkedIn: () => [],
    cardsOf: people.cardsOfKeys,
    contactsOf: people.contacts,
  });
  const mark = createWriteMark(database);
  let kept = new Map<string, readonly PersonKey[]>();
  let since = { at: Number.NEGATIVE_INFINITY, mark: '' };

  const keptNow = () => {
    const now = { at: clock.monotonic(), mark: mark() };
    const isFresh = now.mark === since.mark || now.at - since.at < keptMs;
    if (isFresh && kept.size < mostKept) return kept;
    labels.changed();
    kept = new Map();
    since = now;
    return kept;
  };
  const lookFor = (name: string): readonly PersonKey[] => {
    // By their name alone: who is found by a role, a team or an address is not called so.
    const named = find({ text: name, status: null, limit: mostCandidates }).filter(({ because }) => because === null);
    return named.flatMap(({ card }) => ids.find(card.id) ?? []);
  };
  const of = (name: string): readonly PersonKey[] => {
    const known = keptNow();
    const found = known.get(name) ?? lookFor(name);
    known.set(name, found);
    return found;
  };

  return {
    of,
    inTurn: () => {
      const known = keptNow();
      const begun = clock.monotonic();
      let isFirst = true;
      let isLacking = false;
      return {
        of: (name) => {
          const before = known.get(name);
          if (before !== undefined) return before;
          if (!isFirst && clock.monotonic() - begun > turnMs) {
            isLacking = true;
            return null;
          }
          isFirst = false;
          return of(name);
        },
        isLacking: () => isLacking,
      };
    },
  };
}
