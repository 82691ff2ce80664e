/** Any organisation whatever: the walk ends with exactly those who can be reached, and the problems tell the truth. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idsIn } from '../storage/stored.ts';
import { answeringAs, openPlaced } from './placed.ts';

const most = 10;
/** Some of those who are listed do not exist. */
const anybody = fc.integer({ min: 0, max: most + 2 }).map((nth) => `p${nth}`);
const graphs = fc
  .array(fc.array(anybody, { maxLength: 4 }), { minLength: 1, maxLength: most })
  .map((lists) => new Map(lists.map((reports, nth) => [`p${nth}`, reports])));

function reachableFrom(graph: ReadonlyMap<string, readonly string[]>, starts: readonly string[]): Set<string> {
  const reached = new Set(starts);
  for (const id of reached) for (const report of graph.get(id) ?? []) reached.add(report);
  return reached;
}

it('is walked to its end, each once, and every knot of it has one loop', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, fc.uniqueArray(anybody, { minLength: 1, maxLength: 3 }), async (graph, starts) => {
      const app = openPlaced({ answer: answeringAs(graph) });
      await app.start(starts);
      const state = await app.until(({ status }) => status === 'done');
      const reached = reachableFrom(graph, starts);
      const real = [...reached].filter((id) => graph.has(id));
      expect([...app.asked].sort()).toEqual([...reached].sort());
      expect(state).toMatchObject({
        found: reached.size,
        fetched: real.length,
        notFound: reached.size - real.length,
        failed: 0,
      });
      expect(idsIn(app.file)).toEqual(real.sort());

      const below = new Map(real.map((id) => [id, reachableFrom(graph, [...new Set(graph.get(id) ?? [])])]));
      const isKnotted = (one: string, other: string) =>
        one !== other && below.get(one)?.has(other) === true && below.get(other)?.has(one) === true;
      const knots = new Set(
        real.flatMap((id) => {
          const knot = real.filter((other) => other === id || isKnotted(id, other));
          return knot.length > 1 ? [knot.sort().join(' ')] : [];
        }),
      );
      const problems = await app.problems();
      const cycles = problems.flatMap((one) => (one.kind === 'cycle' ? [one] : []));
      const loops = cycles.map(({ people }) => people.map(({ id }) => id as string));
      for (const [nth, loop] of loops.entries()) {
        expect(loop.length).toBe(new Set(loop).size);
        // Of a long one only the first are named: the last of those lists somebody else.
        const isWhole = cycles[nth]?.more === 0;
        for (const [at, id] of loop.entries())
          if (isWhole || at < loop.length - 1) expect(graph.get(id)).toContain(loop[(at + 1) % loop.length]);
      }
      const knotOf = (id: string) => [...knots].find((knot) => knot.split(' ').includes(id));
      expect(loops.map(([id = '']) => knotOf(id)).sort()).toEqual([...knots].sort());

      const of = (kind: string) => problems.flatMap((one) => (one.kind === kind && 'person' in one ? [one] : []));
      expect(
        of('self-report')
          .map(({ person }) => person?.id as string)
          .sort(),
      ).toEqual(real.filter((id) => graph.get(id)?.includes(id)).sort());
      const managersOf = (id: string) => real.filter((one) => one !== id && graph.get(one)?.includes(id));
      expect(
        of('several-managers')
          .map(({ person }) => person?.id as string)
          .sort(),
      ).toEqual(real.filter((id) => managersOf(id).length > 1).sort());
      const gone = problems.flatMap((one) => (one.kind === 'not-found' ? [one] : []));
      expect(gone.map(({ id }) => id as string).sort()).toEqual([...reached].filter((id) => !graph.has(id)).sort());
      for (const { id, listedBy } of gone) {
        expect(listedBy.map((one) => one.id as string).sort()).toEqual(managersOf(id).sort().slice(0, 5));
      }
      await app.close();
    }),
    { numRuns: 60 },
  );
});
