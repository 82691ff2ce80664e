/** A check as a whole, as far as its thread knows it. */
import { longestWord, mostEntries } from '../../contract/bounds.ts';
import type { CheckOverview, CheckSource } from '../../contract/check-overview.ts';
import { shortened } from '../reading/read-notes.ts';
import type { CheckAsked, CheckShape, ListRow, StoredCheck, StoredRun } from '../storage/checks-table.ts';
import type { Tables } from '../storage/tables.ts';
import type { Comparison } from './comparison.ts';
import { differenceOf } from './difference.ts';
import type { HeldAnswers } from './held-answers.ts';

/** How far asking the server is, the main process knows. */
export type HeldOverview = Omit<CheckOverview, 'asking'> & { readonly asked: CheckAsked | null };

/** `baseline`: the run that it differs from; null: none. `comparison` null: with nothing. `samples`: of each column what stands first in it. */
export type Held = {
  readonly check: StoredCheck;
  readonly answers: HeldAnswers;
  readonly baseline: StoredRun | null;
  readonly comparison: Comparison | null;
  readonly samples: readonly string[];
};

export type TellOverview = (held: Held) => HeldOverview;

export function createTellOverview({ frontier, handles }: Pick<Tables, 'frontier' | 'handles'>): TellOverview {
  return ({ check, answers, baseline, comparison, samples }) => {
    const { found, fetched, failed, notFound } = frontier.progress();
    const { id, name, source, madeAt, shape } = check;
    return {
      ...{ id, name, madeAt },
      source: withSheet(source, shape),
      table: shape.table === null ? null : tableOf(shape.table, samples),
      counts: answers.counts(),
      notFetched: Math.max(0, found - fetched - failed - notFound),
      notIndexed: handles.lacking(),
      uniqueNames: answers.uniqueNames().length,
      difference: baseline === null ? null : differenceOf(answers.packed(), baseline, answers.list.first),
      comparison: comparison?.told() ?? null,
      version: answers.version(),
      asked: answers.asked(),
    };
  };
}

/** Of a workbook with the sheet that was read. */
export function withSheet(source: CheckSource, { sheet }: CheckShape): CheckSource {
  return source.kind === 'file' && sheet !== undefined ? { ...source, sheet } : source;
}

function tableOf({ columns, key }: NonNullable<StoredCheck['shape']['table']>, samples: readonly string[]) {
  return {
    columns: columns.slice(0, mostEntries).map((name, nth) => ({
      name: shortened(name, longestWord),
      sample: shortened(samples[nth] ?? '', longestWord),
    })),
    key,
    more: Math.max(0, columns.length - mostEntries),
  };
}

/** With what stands first in each column that has none yet. */
export function withSamples(samples: readonly string[], rows: readonly ListRow[]): readonly string[] {
  const found = [...samples];
  for (const [, , cells] of rows) {
    if (typeof cells === 'string') return samples;
    for (const [nth, cell] of cells.slice(0, mostEntries).entries()) found[nth] ||= cell.trim();
  }
  return found;
}
