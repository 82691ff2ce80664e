/** The handlers of the table of people. Whatever takes long goes in parts. */
import type { Handlers } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { ExportFormat } from '../../contract/table.ts';
import { mailboxOf } from '../email/exported-emails.ts';
import type { PeopleViews, PeopleViewsElsewhere } from '../people/people-views.ts';
import { firstBegun } from '../people/typed-names.ts';
import { type Exports, partsOf, unwritten, type Written } from './exports.ts';
import { createWithOpen } from './with-open.ts';

export type TableCalls = Pick<
  Handlers,
  | 'people.list'
  | 'people.labels'
  | 'people.headcount'
  | 'people.select'
  | 'people.typed'
  | 'people.typedAmong'
  | 'people.copy'
  | 'people.copyAddresses'
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

  const written = (open: PeopleViewsElsewhere, writing: number, total: number): Written => ({
    total,
    next: async (from) => {
      if (from > 0 && from >= total) return succeeded(null);
      const part = await open.writePart({ writing, from });
      return part.ok ? succeeded({ ...part.value, done: Math.max(part.value.done, from + 1) }) : part;
    },
  });

  /** Writes people as one text, and gives what becomes of it. */
  const withText = <T>(
    asked: Parameters<PeopleViews['beginWriting']>[0],
    use: (text: string, people: number) => Promise<T>,
  ) =>
    withViews<T>(async (open) => {
      const begun = await begin(open, asked);
      if (!begun.ok) return begun;
      const { writing, total } = begun.value;
      try {
        const texts: string[] = [];
        for await (const { text } of partsOf(written(open, writing, total))) texts.push(text);
        return succeeded(await use(texts.join(''), total));
      } catch (error) {
        return unwritten(error);
      } finally {
        await open.endWriting({ writing });
      }
    });

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
      withText({ snapshot, which, format: { as: 'text', columns } }, async (text, total) => {
        if (total > 0) await copy(text);
        return { copied: total };
      }),
    'people.copyAddresses': ({ snapshot, which }) =>
      withText({ snapshot, which, format: { as: 'addresses' } }, async (text, total) => {
        const lines = text.split('\n').filter((line) => line !== '');
        const addresses = new Map(lines.map((line) => [mailboxOf(line), line]));
        if (addresses.size > 0) await copy([...addresses.values(), ''].join('\n'));
        return { copied: addresses.size, without: total - lines.length };
      }),
    'people.export': ({ snapshot, which, format }) =>
      withViews(async (open) => {
        // Before the person is asked where to: what they see now is what they get.
        const begun = await begin(open, { snapshot, which, format: { as: format } });
        if (!begun.ok) return begun;
        const { writing, total } = begun.value;
        return exports.save({
          ...written(open, writing, total),
          suggestedName: names[format],
          end: () => open.endWriting({ writing }),
        });
      }),
    'people.stopExport': () => {
      exports.stop();
      return succeeded(null);
    },
  };
}

async function begin(
  open: PeopleViewsElsewhere,
  asked: Parameters<PeopleViews['beginWriting']>[0],
): Promise<Outcome<{ readonly writing: number; readonly total: number }>> {
  const begun = await open.beginWriting(asked);
  if (!begun.ok) return begun;
  return begun.value === null ? failed({ kind: 'cancelled' }) : succeeded(begun.value);
}
