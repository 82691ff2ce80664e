/** Claims of other managers around somebody: on them, on those they lead themselves, and their own on people of others. */
import { marks } from '../../contract/organisation-marks.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { type Forest, placeOfKey } from './forest.ts';
import type { OtherManagersAt } from './other-managers.ts';

/** The places of a person, and of another manager who lists them. */
export type OtherClaim = readonly [person: number, manager: number];

/** So many lines can still be told apart. */
const most = 100;

/** `reportsOf`: the people somebody lists now. The forest's own claims tell which of them hold at its moment. */
export function createClaimsAround(othersAt: OtherManagersAt, reportsOf: (manager: PersonKey) => readonly PersonKey[]) {
  const isContested = (forest: Forest, place: number) => ((forest.marks[place] ?? 0) & marks.severalManagers) !== 0;

  return (forest: Forest, place: number): OtherClaim[] => {
    const people = [place, ...peopleOf(forest, place)].filter((one) => isContested(forest, one)).slice(0, most);
    const onThem = claimsOn(forest, people);
    const listed = (forest.throughOthers[place] ?? 0) === 0 ? [] : reportsOf(forest.keys[place] ?? 0);
    const elsewhere = listed
      .map((key) => placeOfKey(forest, key))
      .filter((one) => one !== 0 && forest.parent[one] !== place && isContested(forest, one))
      .slice(0, most);
    const theirs = claimsOn(forest, elsewhere).filter(([, manager]) => manager === place);
    return [...onThem, ...theirs].slice(0, most);
  };

  function claimsOn(forest: Forest, people: readonly number[]): OtherClaim[] {
    const others = othersAt(forest, people);
    return people.flatMap((person, nth) =>
      (others[nth]?.first ?? []).flatMap(({ manager }): OtherClaim[] => {
        const at = placeOfKey(forest, manager);
        return at === 0 ? [] : [[person, at]];
      }),
    );
  }
}

/** Those whose manager they are. */
function* peopleOf({ size, leaf }: Forest, place: number): Generator<number> {
  const end = place + (size[place] ?? 1);
  const cards = leaf[place] ?? end;
  for (let at = place + 1; at < cards; at += size[at] ?? 1) yield at;
  for (let at = cards; at < end; at += 1) yield at;
}
