/** What stands in the panels beside the tree and the view, as the organisation's thread answers it. */
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import type { Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { StoreFile } from '../storage/store-file.ts';
import type { Forest } from './forest.ts';
import type { Snapshot } from './snapshots.ts';
import { createRelation, type RelationNeeds } from './tell-relation.ts';
import { createSpans, type SpansPart, type SpansWriter } from './tell-spans.ts';

export type PanelsNeeds = RelationNeeds & {
  readonly look: StoreFile['look'];
  /** What stands beside the tree: of the moment that it shows. */
  readonly newest: () => Pick<Snapshot, 'number' | 'forest'>;
  /** Whether that is of a date, and not of now. */
  readonly isPast: () => boolean;
  /** 0: they are not in it. */
  readonly placeOf: (forest: Forest, id: UserId) => number;
};

type Asked<N extends 'relation' | 'spans' | 'leading' | 'saveSpans'> = ParsedInput<`organisation.${N}`>;
type Given<N extends 'relation' | 'spans' | 'leading'> = CallOutput<`organisation.${N}`>;

/** A file that was begun: under which number its parts are asked for, and how many lines it has. */
export type SpansBegun = { readonly number: number; readonly total: number };
export type SpansPartAsked = { readonly number: number; readonly from: number };

export type Panels = {
  readonly relation: (asked: Asked<'relation'>) => Outcome<Given<'relation'>>;
  readonly spans: (asked: Asked<'spans'>) => Outcome<Given<'spans'>>;
  readonly leading: (asked: Asked<'leading'>) => Outcome<Given<'leading'>>;
  /** Begins a file of the organisation as it is shown, which stays so until it is ended. Null: the person is not in it. */
  readonly beginSpansFile: (asked: Asked<'saveSpans'>) => Outcome<SpansBegun | null>;
  /** Null: it was ended, or another thread began it. */
  readonly spansPart: (asked: SpansPartAsked) => Outcome<SpansPart | null>;
  readonly endSpansFile: (asked: Pick<SpansBegun, 'number'>) => Outcome<null>;
};

export function createPanels({ look, newest, isPast, placeOf, ...needs }: PanelsNeeds): Panels {
  const relation = createRelation(needs);
  const { spans, leading, lines } = createSpans(needs.members);
  const writing = new Map<number, SpansWriter>();
  let begun = 0;

  /** Null: they are not in it. */
  const branchOf = (forest: Forest, id: UserId | null): number | null => {
    if (id === null) return 0;
    return placeOf(forest, id) || null;
  };

  return {
    relation: ({ a, b }) =>
      look('organisation.relation', () => {
        const { number: snapshot, forest } = newest();
        return { snapshot, ...relation(forest, placeOf(forest, a), placeOf(forest, b), isPast()) };
      }),
    spans: ({ id }) =>
      look('organisation.spans', () => {
        const { number: snapshot, forest } = newest();
        const place = branchOf(forest, id);
        return place === null ? null : { snapshot, ...spans(forest, place) };
      }),
    leading: ({ id, ...asked }) =>
      look('organisation.leading', () => {
        const { number: snapshot, forest } = newest();
        const place = branchOf(forest, id);
        return place === null ? null : { snapshot, ...leading(forest, place, asked) };
      }),
    beginSpansFile: ({ id, file }) =>
      look('organisation.beginSpansFile', () => {
        const { forest } = newest();
        const place = branchOf(forest, id);
        if (place === null) return null;
        begun += 1;
        const writer = lines(forest, place, file);
        writing.set(begun, writer);
        return { number: begun, total: writer.total };
      }),
    spansPart: ({ number, from }) => look('organisation.spansPart', () => writing.get(number)?.part(from) ?? null),
    endSpansFile: ({ number }) =>
      look('organisation.endSpansFile', () => {
        writing.delete(number);
        return null;
      }),
  };
}
