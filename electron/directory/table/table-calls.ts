/** The handlers of the table of people. Whatever takes long goes in parts, and the page is told how far it is. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Handlers } from '../../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../../contract/failures.ts';
import type { ExportFormat } from '../../../contract/table.ts';
import type { Announce } from '../../announce.ts';
import type { Clock } from '../../clock.ts';
import { type Part, saveParts } from '../../export/save-parts.ts';
import type { PeopleViews } from './people-views.ts';

/** The same from wherever the views live. */
export type PeopleViewsElsewhere = {
  readonly [K in keyof PeopleViews]: (
    ...asked: Parameters<PeopleViews[K]>
  ) => ReturnType<PeopleViews[K]> | Promise<ReturnType<PeopleViews[K]>>;
};

export type TableCalls = Pick<
  Handlers,
  'people.list' | 'people.labels' | 'people.select' | 'people.copy' | 'people.export' | 'people.stopExport'
>;

export type TableCallsNeeds = {
  /** Null: nothing is open. */
  readonly views: () => PeopleViewsElsewhere | null;
  /** Asks where to save; null where the person chose not to. */
  readonly choosePath: (suggestedName: string) => Promise<string | null>;
  readonly copy: (text: string) => void;
  readonly announce: Announce;
  readonly clock: Clock;
};

const names: { readonly [F in ExportFormat]: string } = { csv: 'people.csv', vcard: 'people.vcf' };
/** An export that takes less is over before anybody could read how far it is. */
const quietMs = 600;
const tellEveryMs = 200;

export function createTableCalls({ views, choosePath, copy, announce, clock }: TableCallsNeeds): TableCalls {
  let exporting: AbortController | null = null;

  const withViews = <T>(use: (views: PeopleViewsElsewhere) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const open = views();
    return open === null ? Promise.resolve(failed({ kind: 'not-connected' })) : use(open);
  };

  async function* partsOf(open: PeopleViewsElsewhere, writing: number, total: number): AsyncGenerator<Part> {
    const begun = clock.monotonic();
    let told = begun;
    for (let from = 0; from === 0 || from < total; ) {
      const part = await open.writePart({ writing, from });
      yield part;
      from = Math.max(part.done, from + 1);
      const now = clock.monotonic();
      if (now - begun > quietMs && now - told > tellEveryMs) {
        told = now;
        announce('export.progress', { done: part.done, total });
      }
      await nextTurn();
    }
  }

  return {
    'people.list': (asked) => withViews(async (open) => succeeded(await open.window(asked))),
    'people.labels': (asked) => withViews(async (open) => succeeded(await open.labels(asked))),
    'people.select': (asked) =>
      withViews(async (open) => {
        const selected = await open.select(asked);
        return selected === null ? failed({ kind: 'cancelled' }) : succeeded({ selected });
      }),
    'people.copy': ({ snapshot, which, columns }) =>
      withViews(async (open) => {
        const begun = await open.beginWriting({ snapshot, which, format: { as: 'text', columns } });
        if (begun === null) return failed({ kind: 'cancelled' });
        const texts: string[] = [];
        for await (const { text } of partsOf(open, begun.writing, begun.total)) texts.push(text);
        await open.endWriting({ writing: begun.writing });
        if (begun.total > 0) copy(texts.join(''));
        return succeeded({ copied: begun.total });
      }),
    'people.export': ({ snapshot, which, format }) =>
      withViews(async (open) => {
        // Before the person is asked where to: what they see now is what they get.
        const begun = await open.beginWriting({ snapshot, which, format: { as: format } });
        if (begun === null) return failed({ kind: 'cancelled' });
        exporting?.abort();
        const stopping = new AbortController();
        exporting = stopping;
        try {
          const path = await choosePath(names[format]);
          if (path === null) return succeeded({ saved: null });
          const isSaved = await saveParts(path, partsOf(open, begun.writing, begun.total), stopping.signal);
          return succeeded({ saved: isSaved ? begun.total : null });
        } finally {
          if (exporting === stopping) exporting = null;
          await open.endWriting({ writing: begun.writing });
        }
      }),
    'people.stopExport': () => {
      exporting?.abort();
      return succeeded(null);
    },
  };
}
