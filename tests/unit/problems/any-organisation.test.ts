/** In any organisation, who is left behind and who can be asked instead are as the rule says, taken word by word. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Status } from '../../../contract/user.ts';
import { isGone, shownStatus } from '../../../electron/reading/status.ts';
import { type Answer, answers, plainOf } from '../reporting/random-answers.ts';
import { idOf, record, userOf } from '../storage/stored.ts';
import { openProblemStore } from './problem-store.ts';

/** How everybody who is stored is shown in the end. */
function statusesOf(some: readonly Answer[]): Map<string, Status> {
  const statuses = new Map<string, Status>();
  const records = new Map(some.flatMap((one) => ('missed' in one ? [] : [[one.manager, one.status] as const])));
  const missed = new Map(some.map((one) => ('missed' in one ? [one.missed, true] : [one.manager, false])));
  for (const [id, status] of records) statuses.set(id, shownStatus(status, missed.get(id) === true ? 1 : null));
  return statuses;
}

it('is told alike on the page and among the problems, however the organisation goes round', () => {
  fc.assert(
    fc.property(answers, (some) => {
      const { store, rows } = openProblemStore();
      for (const one of some) {
        if ('missed' in one) store.recordNotFound(idOf(one.missed), one.at);
        else record(store, [userOf(one.manager, { reports: one.reports.map(idOf), status: one.status })], one.at);
      }
      const statuses = statusesOf(some);
      const plain = plainOf(some);
      const areGone = (id: string) => isGone(statuses.get(id) ?? 'unknown');
      const managerOf = (id: string) => plain.managersOf(id)[0]?.manager;
      const there = [...statuses.keys()].filter((id) => !areGone(id));

      const behind = there.flatMap((id) => {
        const managers = plain.managersOf(id).map(({ manager }) => manager);
        if (managers.length === 0 || !managers.every(areGone)) return [];
        const above: string[] = [id];
        let nearest = managerOf(id);
        while (nearest !== undefined && !above.includes(nearest) && areGone(nearest)) {
          above.push(nearest);
          nearest = managerOf(nearest);
        }
        const isMet = nearest === undefined || above.includes(nearest);
        return [[id, managers, isMet ? null : nearest]];
      });
      const told = rows('left-behind').flatMap(({ problem }) =>
        problem.kind === 'left-behind'
          ? [[problem.person.id, problem.managers.map(({ id }) => id), problem.nearest?.id ?? null, problem.more]]
          : [],
      );
      expect(told.sort()).toEqual(
        behind
          .map(([id, managers, nearest]) => [
            id,
            managers?.slice(0, 5),
            nearest,
            Math.max(0, (managers?.length ?? 0) - 5),
          ])
          .sort(),
      );
      const onPages = [...statuses.keys()].flatMap((id) => {
        const page = store.leftBehindOf(idOf(id));
        return page === null ? [] : [[id, page.managers.map((card) => card.id), page.nearest?.id ?? null, page.more]];
      });
      expect(onPages.sort()).toEqual(told.sort());

      const living = [...statuses.keys()].flatMap((id) => {
        const count = there.filter((one) => one !== id && managerOf(one) === id).length;
        return areGone(id) && count > 0 ? [[id, count]] : [];
      });
      const leading = rows('gone-manager').flatMap(({ problem }) =>
        problem.kind === 'gone-manager' ? [[problem.person.id, problem.living]] : [],
      );
      expect(leading.sort()).toEqual(living.sort());
      const several = [...statuses.keys()].filter((id) => plain.managersOf(id).length > 1);
      expect(
        rows('several-managers')
          .map(({ problem }) => 'person' in problem && problem.person?.id)
          .sort(),
      ).toEqual(several.sort());
      const within = new Set(
        rows('cycle').flatMap(({ problem }) => (problem.kind === 'cycle' ? problem.people.map(({ id }) => id) : [])),
      );
      for (const id of within) expect(plain.loopOf(id)).not.toBeNull();
      if ([...statuses.keys()].some((id) => plain.loopOf(id) !== null)) expect(within.size).toBeGreaterThan(0);
      store.close();
    }),
    { numRuns: 50 },
  );
});
