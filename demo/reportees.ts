/** Whom a person lists as direct reports: what the tree gives, and what goes wrong with it. */
import type { Blemishes } from './blemishes.ts';
import type { Draw } from './draw.ts';
import { purpose } from './draw.ts';
import type { Ids } from './ids.ts';
import type { Shape } from './shape.ts';

export type Reportees = {
  /** The list as it is sent. */
  readonly of: (index: number) => string[];
  /** Who is listed although somebody else leads them, or null: `index` is then their second manager. */
  readonly alsoListed: (index: number) => number | null;
  /** The manager that a person leads in turn, so that the two go round and nobody stands above them; null of most. */
  readonly closing: (index: number) => number | null;
  /**
   * An id that the server answers with 403, and so a branch that cannot be fetched. Somebody without a manager lists it. Null where
   * the organisation has no such branch.
   */
  readonly withheld: string | null;
};

/** Ids from here on belong to nobody, whatever the size. */
const nobodyFrom = 0x8000_0000;
const withheldAt = 0xffff_ffff;
/** The first side branch whose lost manager is in no circle. */
const withheldBranch = 1;
const notIds = ['(vacant)', 'see HR', 'n/a — contractor'] as const;

export const createReportees = (draw: Draw, ids: Ids, shape: Shape, blemishes: Blemishes): Reportees => {
  const alsoListed = (index: number): number | null => {
    const blemish = blemishes.of(index);
    const own = shape.reportsOf(index);
    if (blemish === 'skips-a-level') {
      for (let report = own.first; report < own.end; report += 1) {
        const below = shape.reportsOf(report);
        if (below.end > below.first) return below.first;
      }
    }
    if (blemish !== 'second-manager' && blemish !== 'skips-a-level') return null;
    // Somebody of the same layer leads them: nobody below can then stand above, and no cycle comes of it.
    const rank = shape.managerRank(index) ?? 0;
    const layer = shape.layerOf(index);
    for (const other of [rank + 1, rank - 1]) {
      if (other < 0 || other >= shape.managerTotal) continue;
      const manager = shape.managerAt(other);
      if (shape.layerOf(manager) === layer) return shape.reportsOf(manager).end - 1;
    }
    return null;
  };

  /** The cycle's first leads the second, the second the third, the third the first. */
  const cycleNext = (index: number): number | null => {
    const side = shape.sidePlaceOf(index);
    if (side?.place === 'second-of-cycle') return index + 1;
    if (side?.place === 'third-of-cycle') return blemishes.cycleStart(side.branch);
    if (side !== null || blemishes.of(index) !== 'cycle') return null;
    const branch = blemishes.stretchOf(index);
    return branch < shape.sideBranches ? shape.sideFirst + branch * 9 + 2 : null;
  };

  /** Of every other side branch the first who reports to the lost manager leads that one: nobody stands above the two. */
  const closing = (index: number): number | null => {
    const side = shape.sidePlaceOf(index);
    const manager = index - 1;
    const isFirst = side?.place === 'lost-report' && shape.sidePlaceOf(manager)?.place === 'lost-manager';
    return isFirst && side.branch % 2 === 0 ? manager : null;
  };

  const withheld = withheldBranch < shape.sideBranches ? ids.idOf(withheldAt) : null;
  const leadsWithheld = (index: number): boolean => {
    const side = shape.sidePlaceOf(index);
    return side?.place === 'lost-manager' && side.branch === withheldBranch;
  };

  const of = (index: number): string[] => {
    const run = shape.reportsOf(index);
    const list = Array.from({ length: run.end - run.first }, (_, at) => ids.idOf(run.first + at));
    const next = cycleNext(index) ?? closing(index);
    if (next !== null) list.push(ids.idOf(next));
    const also = alsoListed(index);
    if (also !== null) list.push(ids.idOf(also));
    if (withheld !== null && leadsWithheld(index)) list.push(withheld);
    switch (blemishes.of(index)) {
      case 'dangling-report':
        list.splice(1, 0, ids.idOf(nobodyFrom + index));
        break;
      case 'not-an-id':
        list.splice(1, 0, draw.from(index, purpose.oddity, notIds));
        break;
      case 'duplicate-report':
        list.push(...list.slice(0, 2));
        break;
      case 'self-report':
        list.push(ids.idOf(index));
        break;
    }
    return list;
  };
  return { of, alsoListed, closing, withheld };
};
