/** In which order people of one manager stand: while somebody looks, nobody changes places with anybody. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Forest } from '../../../electron/organisation/forest.ts';
import { organisations } from './organisations.ts';
import { placesOf, plant } from './planted.ts';

/** Keys of the people of a manager who lead others, and of those who lead nobody. */
function groupsOf(forest: Forest): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const place of placesOf(forest)) {
    const manager = forest.keys[forest.parent[place] ?? 0] ?? 0;
    const group = `${manager} ${forest.direct[place] === 0 ? 'leaf' : 'leads'}`;
    groups.set(group, [...(groups.get(group) ?? []), forest.keys[place] ?? 0]);
  }
  return groups;
}

it('is kept for those who were there, with the new ones behind them, and is otherwise the usual', () => {
  fc.assert(
    fc.property(organisations, organisations, fc.infiniteStream(fc.boolean()), (one, other, moves) => {
      const managersOf = (all: readonly number[]) => all.map((manager) => manager + 1);
      // Some of the people are under the manager whom they have in the other one.
      const later = other.map((manager, person) => (moves.next().value ? manager : (one[person] ?? manager)));
      const before = plant({ managers: managersOf(one) });
      const usual = groupsOf(plant({ managers: managersOf(later) }));
      const stood = groupsOf(before);
      const kept = groupsOf(plant({ managers: managersOf(later), before }));
      expect(new Set(kept.keys())).toEqual(new Set(usual.keys()));
      for (const [group, keys] of kept) {
        const there = stood.get(group) ?? [];
        const all = usual.get(group) ?? [];
        expect(keys).toEqual([
          ...there.filter((key) => all.includes(key)),
          ...all.filter((key) => !there.includes(key)),
        ]);
      }
    }),
  );
});
