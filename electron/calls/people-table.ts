/** The handlers of the table of people. Whatever takes long goes in parts. */
import type { Handlers } from '../../contract/calls.ts';
import { failed, succeeded } from '../../contract/failures.ts';
import type { ExportFormat } from '../../contract/table.ts';
import type { PeopleViewsElsewhere } from '../people/people-views.ts';
import { firstBegun } from '../people/typed-names.ts';
import type { Exports } from './exports.ts';
import { createWithOpen } from './with-open.ts';
import { beginWriting, withText } from './written-people.ts';

export type TableCalls = Pick<
  Handlers,
  | 'people.list'
  | 'people.labels'
  | 'people.headcount'
  | 'people.select'
  | 'people.typed'
  | 'people.typedAmong'
  | 'people.copy'
  | 'people.countBelow'
  | 'people.export'
  | 'people.stopExport'
>;

export type TableCallsNeeds = {
  /** Null: nothing is open. */
  readonly views: () => PeopleViewsElsewhere | null;
  /** Resolves once the text is on the clipboard. */
  readonly copy: (text: string) => Promise<void>;
  readonly exports: Exports;
};

const names: { readonly [F in ExportFormat]: string } = { csv: 'people.csv', vcard: 'people.vcf' };
export function createTableCalls({ views, copy, exports }: TableCallsNeeds): TableCalls {
  const withViews = createWithOpen(views);

  return {
    'people.list': (asked) => withViews((open) => open.window(asked)),
    'people.labels': (asked) => withViews((open) => open.labels(asked)),
    'people.headcount': (asked) => withViews((open) => open.headcount(asked)),
    'people.select': (asked) =>
      withViews(async (open) => {
        const selected = await open.select(asked);
        if (!selected.ok) return selected;
        return selected.value === null ? failed({ kind: 'cancelled' }) : succeeded({ selected: selected.value });
      }),
    'people.typed': (asked) =>
      withViews(async (open) => {
        const found = await open.typed(asked);
        if (!found.ok) return found;
        if (found.value === null) return failed({ kind: 'cancelled' });
        return succeeded({ place: found.value === -1 ? null : found.value });
      }),
    'people.typedAmong': ({ names: among, typed }) => succeeded({ first: firstBegun(among, typed) }),
    'people.copy': ({ snapshot, which, columns }) =>
      withViews((open) =>
        withText(open, { snapshot, which, format: { as: 'text', columns } }, async (text, total) => {
          if (total > 0) await copy(text);
          return { copied: total };
        }),
      ),
    'people.countBelow': (asked) => withViews((open) => open.countBelow(asked)),
    'people.export': ({ snapshot, which, format: as, withLocalTime }) =>
      withViews(async (open) => {
        // Before the person is asked where to: what they see now is what they get.
        const format = as === 'csv' ? { as, withLocalTime } : { as };
        const begun = await beginWriting(open, { snapshot, which, format });
        if (!begun.ok) return begun;
        const { written, end } = begun.value;
        return exports.save({ ...written, suggestedName: names[as], end });
      }),
    'people.stopExport': () => {
      exports.stop();
      return succeeded(null);
    },
  };
}
