/** Rows of the tree as the page is told them: who stands in each, whether it is open, and who of those below is in the spotlight. */
import { mostRows } from '../../contract/bounds.ts';
import type { TreeRow } from '../../contract/organisation.ts';
import type { Forest } from './forest.ts';
import type { Members } from './members.ts';
import type { OpenBranches } from './open-branches.ts';
import { shareBelow } from './shares.ts';
import type { Spotlit } from './spotlights.ts';
import type { TreeRows } from './tree-rows.ts';

/** `lit` null: nobody is asked about. */
type Window = { readonly offset: number; readonly limit: number; readonly lit: Spotlit | null };

export function createTellRows(members: Pick<Members, 'at'>, branches: Pick<OpenBranches, 'isOpen' | 'isBlockOpen'>) {
  const rowAt = (forest: Forest, rows: TreeRows, row: number): number | TreeRow | null => {
    const place = rows.placeAt(row);
    if (place !== 0) return place;
    const alone = (forest.size[0] ?? 1) - (forest.leaf[0] ?? 1);
    const of = (forest.direct[0] ?? 0) - alone + 1;
    return { kind: 'alone', count: alone, of, isOpen: branches.isBlockOpen() };
  };
  const spotAt = (forest: Forest, place: number, lit: Spotlit | null) =>
    lit && { isMatch: lit.matches[place] === 1, ...shareBelow(forest, lit.sum, place) };

  return (forest: Forest, rows: TreeRows, { offset, limit, lit }: Window): TreeRow[] => {
    const wanted = Array.from({ length: Math.min(limit, mostRows) }, (_, nth) => rowAt(forest, rows, offset + nth));
    const places = wanted.filter((one) => typeof one === 'number');
    const found = new Map(members.at(forest, places).map((member) => [member.key, member]));
    return wanted.flatMap((one): TreeRow[] => {
      if (typeof one !== 'number') return one === null ? [] : [one];
      const member = found.get(forest.keys[one] ?? 0);
      const isOpen = forest.direct[one] === 0 ? null : branches.isOpen(forest.keys[one] ?? 0);
      return member === undefined ? [] : [{ kind: 'member', member, isOpen, spot: spotAt(forest, one, lit) }];
    });
  };
}
