import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loopsIn } from '../../../electron/reporting/loops.ts';

type Graph = ReadonlyMap<number, readonly number[]>;

const graphs: fc.Arbitrary<Graph> = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 11 }), fc.array(fc.nat({ max: 13 }), { maxLength: 4 })), {
    selector: ([key]) => key,
    maxLength: 12,
  })
  .map((lists) => new Map(lists));

/** Everybody who is below somebody, by following every list: themselves too, where they are. */
function below(graph: Graph, key: number): Set<number> {
  const reached = new Set(graph.get(key));
  for (const one of reached) for (const report of graph.get(one) ?? []) reached.add(report);
  return reached;
}

/** The shortest way from somebody back to themselves over others, in claims; null: there is none. */
function roundFrom(graph: Graph, start: number): number | null {
  let level = new Set((graph.get(start) ?? []).filter((key) => key !== start));
  const seen = new Set<number>();
  for (let length = 2; level.size > 0; length += 1) {
    const next = [...level].flatMap((key) => graph.get(key) ?? []);
    if (next.includes(start)) return length;
    for (const key of level) seen.add(key);
    level = new Set(next.filter((key) => !seen.has(key)));
  }
  return null;
}

describe('loops', () => {
  it('are found once for each knot, as short as they go, each listing the next', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const loops = loopsIn(graph);
        const keys = [...graph.keys()];
        const knotOf = (key: number) =>
          keys.filter((one) => one === key || (below(graph, key).has(one) && below(graph, one).has(key)));
        const knots = new Set(
          keys
            .map((key) => knotOf(key))
            .filter((knot) => knot.length > 1)
            .map(String),
        );
        expect(loops.map(([start = -1]) => String(knotOf(start))).sort()).toEqual([...knots].sort());
        for (const loop of loops) {
          expect(new Set(loop).size).toBe(loop.length);
          for (const [nth, key] of loop.entries()) expect(graph.get(key)).toContain(loop[(nth + 1) % loop.length]);
          expect(loop.length).toBe(roundFrom(graph, loop[0] ?? -1));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['nobody', [], []],
    ['one who leads themselves', [[1, [1]]], []],
    [
      'two who lead each other',
      [
        [1, [2]],
        [2, [1]],
      ],
      [[1, 2]],
    ],
    [
      'a ring with a short cut',
      [
        [1, [2]],
        [2, [3, 1]],
        [3, [4]],
        [4, [1]],
      ],
      [[1, 2]],
    ],
    [
      'two rings apart',
      [
        [1, [2]],
        [2, [1]],
        [3, [4]],
        [4, [3]],
      ],
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ] as const)('of %s', (_, lists, loops) => {
    expect(loopsIn(lists as Iterable<readonly [number, readonly number[]]>)).toEqual(loops);
  });

  function* chain(length: number): Generator<[number, number[]]> {
    for (let key = 0; key < length; key += 1) yield [key, [key + 1]];
  }

  it('are none in a chain of two hundred thousand levels', () => {
    expect(loopsIn(chain(200_000))).toEqual([]);
  });

  it('go all the way round a ring of two hundred thousand', () => {
    const ring = function* (): Generator<[number, number[]]> {
      yield* chain(199_999);
      yield [199_999, [0]];
    };
    const [loop, ...others] = loopsIn(ring());
    expect([loop?.length, others.length]).toEqual([200_000, 0]);
    expect(loop?.slice(0, 3)).toEqual([0, 1, 2]);
  });
});
