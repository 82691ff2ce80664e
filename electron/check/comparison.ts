/**
 * A list beside a part of the directory. Who is in the part is read once, and again where something was stored since; which
 * group each row is in follows from its answer, so that counts and rows come from the same.
 */
import type { CheckGroup } from '../../contract/check.ts';
import type { CheckComparison } from '../../contract/check-overview.ts';
import type { PeopleFilter } from '../../contract/table.ts';
import type { Order } from '../people/order.ts';
import type { PartOfDirectory } from '../people/part-of-directory.ts';
import { keyIn } from '../people/rows.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { HeldAnswers } from './held-answers.ts';
import { isBlank } from './held-list.ts';

export type Comparison = {
  /** Of a row; null: it is empty or repeated. */
  readonly groupAt: (place: number) => Exclude<CheckGroup, 'only-here'> | null;
  /** By name. */
  readonly onlyHere: () => Order;
  readonly told: () => CheckComparison;
  /** Something was stored. What was read of the part holds until `follow`. */
  readonly outdate: () => void;
  /** Reads the part again where something was stored since. */
  readonly follow: () => void;
};

export function createComparison(answers: HeldAnswers, part: PeopleFilter, directory: PartOfDirectory): Comparison {
  let people: { readonly order: Order; readonly keys: ReadonlySet<PersonKey> } | null = null;
  let isOutdated = false;
  let grouped: { readonly version: number; readonly onlyHere: Order; readonly both: number; onlyList: number } | null =
    null;

  const now = () => {
    if (people === null) {
      const order = directory.of(part);
      people = { order, keys: new Set(Array.from(order, keyIn)) };
    }
    return people;
  };
  const groupAt: Comparison['groupAt'] = (place) => {
    const { first } = answers.list;
    if (first[place] === isBlank || first[place] !== place) return null;
    const key = answers.at(place)?.key ?? null;
    return key !== null && now().keys.has(key) ? 'both' : 'only-list';
  };
  const group = () => {
    const version = answers.version();
    if (grouped?.version === version) return grouped;
    const meant = new Set<PersonKey>();
    const rows = { both: 0, 'only-list': 0 };
    for (let place = 0; place < answers.list.size; place += 1) {
      const one = groupAt(place);
      if (one === null) continue;
      rows[one] += 1;
      if (one === 'both') meant.add(answers.at(place)?.key ?? 0);
    }
    const onlyHere = now().order.filter((packed) => !meant.has(keyIn(packed)));
    grouped = { version, onlyHere, both: rows.both, onlyList: rows['only-list'] };
    return grouped;
  };

  return {
    groupAt,
    onlyHere: () => group().onlyHere,
    told: () => {
      const { both, onlyList, onlyHere } = group();
      return {
        part,
        below: part.below === null ? null : directory.named(part.below.id),
        both,
        onlyList,
        onlyHere: onlyHere.length,
        here: now().order.length,
      };
    },
    outdate: () => {
      isOutdated = true;
    },
    follow: () => {
      if (!isOutdated) return;
      isOutdated = false;
      people = null;
      answers.otherwise();
    },
  };
}
