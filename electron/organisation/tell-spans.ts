/** Spans and layers as the page is told them, and as they are saved. */
import { mostEntries } from '../../contract/bounds.ts';
import type { Member } from '../../contract/organisation.ts';
import { statusInMarks } from '../../contract/organisation-marks.ts';
import type { Layer, Leader, Leading, LeadingWhich, Spans, SpansFile } from '../../contract/organisation-spans.ts';
import type { Status } from '../../contract/user.ts';
import { type Leads, layersHead, layersLine, leadersHead, leadersLine } from '../export/spans-csv.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusFromNumber } from '../sqlite/status-order.ts';
import { countBelow, type Forest } from './forest.ts';
import type { Members } from './members.ts';
import { leadersIn, leadingIn, ofLayer, spansOf } from './spans.ts';

export type SpansPart = { readonly text: string; readonly done: number };

/** Lines in one part of a file. */
const aPart = 500;

/** Places; 0: everybody. */
export function createSpans(members: Members) {
  /** The list that was asked for last, so that going through it does not make it again. */
  let last: { readonly of: Forest; readonly place: number; readonly which: LeadingWhich; readonly places: Int32Array };

  const leading = (of: Forest, place: number, which: LeadingWhich): Int32Array => {
    if (last?.of !== of || last.place !== place || last.which !== which)
      last = { of, place, which, places: leadingIn(of, place, which) };
    return last.places;
  };

  return {
    spans: (forest: Forest, place: number): Omit<Spans, 'snapshot'> => {
      const { people, leaders, led, widest, leadingOne, leadingMany, layers } = spansOf(forest, place);
      const told = members.at(
        forest,
        [...new Set([place, widest])].filter((one) => one !== 0),
      );
      const memberAt = (at: number): Member | null =>
        at === 0 ? null : (told.find(({ key }) => key === forest.keys[at]) ?? null);
      const all = Array.from({ length: layers.length / ofLayer.numbers }, (_, nth) => nth);
      const sum = (what: number) => all.reduce((so, nth) => so + (layers[nth * ofLayer.numbers + what] ?? 0), 0);
      return {
        of: memberAt(place),
        ...{ people, leaders, led, leadingOne, leadingMany },
        notFetched: sum(ofLayer.notFetched),
        failed: sum(ofLayer.failed),
        notFound: sum(ofLayer.notFound),
        widest: memberAt(widest),
        layers: all.slice(0, mostEntries).map((nth) => layerAt(layers, nth)),
        layersInAll: all.length,
      };
    },
    leading: (
      forest: Forest,
      place: number,
      { which, offset, limit }: { readonly which: LeadingWhich; readonly offset: number; readonly limit: number },
    ): Omit<Leading, 'snapshot'> => {
      const places = leading(forest, place, which);
      const some = [...places.subarray(offset, offset + limit)];
      const named = members.named(some.map((at) => forest.keys[at] ?? 0));
      const leaders = some.flatMap((at): Leader[] => {
        const person = named.get(forest.keys[at] ?? 0);
        if (person === undefined) return [];
        const { direct, size, marks } = forest;
        const below = (size[at] ?? 1) - 1;
        return [{ ...person, status: statusInMarks(marks[at] ?? 0), direct: direct[at] ?? 0, below }];
      });
      return { leaders, total: places.length };
    },
    /** All the lines of a file: of a forest that is held until it is written. */
    lines: (forest: Forest, place: number, file: SpansFile) => {
      if (file === 'layers') {
        const { layers } = spansOf(forest, place);
        return writerOf(layersHead, layers.length / ofLayer.numbers, (from, end) => {
          const some: string[] = [];
          for (let nth = from; nth < end; nth += 1) some.push(layersLine(nth + 1, layerAt(layers, nth)));
          return some.join('');
        });
      }
      const places = leadersIn(forest, place);
      return writerOf(leadersHead, places.length, (from, end) =>
        leadersText(forest, place, places.subarray(from, end)),
      );
    },
  };

  function leadersText(forest: Forest, branch: number, places: Int32Array): string {
    const { keys, parent, level, size, direct, marks, sums } = forest;
    const keyAt = (at: number): PersonKey => keys[at] ?? 0;
    const some = [...places];
    const managers = some.map((at) => parent[at] ?? 0).filter((at) => at !== 0);
    const named = members.named([...new Set([...some, ...managers].map(keyAt))]);
    const upper = branch === 0 ? 1 : (level[branch] ?? 1);
    return some
      .flatMap((at): Leads[] => {
        const person = named.get(keyAt(at));
        if (person === undefined) return [];
        return [
          {
            person,
            status: statusInMarks(marks[at] ?? 0),
            layer: (level[at] ?? upper) - upper + 1,
            direct: direct[at] ?? 0,
            below: (size[at] ?? 1) - 1,
            notFetched: countBelow(forest, sums.notFetched, at),
            failed: countBelow(forest, sums.failed, at),
            notFound: countBelow(forest, sums.notFound, at),
            manager: named.get(keyAt(parent[at] ?? 0)) ?? null,
          },
        ];
      })
      .map(leadersLine)
      .join('');
  }
}

export type SpansWriter = { readonly total: number; readonly part: (from: number) => SpansPart };

function writerOf(head: string, total: number, lines: (from: number, end: number) => string): SpansWriter {
  return {
    total,
    part: (from) => {
      const end = Math.min(total, from + aPart);
      return { text: (from === 0 ? head : '') + lines(from, end), done: end };
    },
  };
}

function layerAt(layers: Int32Array, nth: number): Layer {
  const numberAt = (what: number) => layers[nth * ofLayer.numbers + what] ?? 0;
  const byStatus = {} as Record<Status, number>;
  for (let code = 0; code < ofLayer.leaders; code += 1) byStatus[statusFromNumber(code)] = numberAt(code);
  return {
    byStatus,
    leaders: numberAt(ofLayer.leaders),
    notFetched: numberAt(ofLayer.notFetched),
    failed: numberAt(ofLayer.failed),
    notFound: numberAt(ofLayer.notFound),
  };
}
