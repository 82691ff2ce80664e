/** The handlers of the table of people. Whatever takes long goes in parts, and the page is told how far it is. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Handlers } from '../../contract/calls.ts';
import type { EventData } from '../../contract/events.ts';
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { ExportFormat } from '../../contract/table.ts';
import type { Announce } from '../announce.ts';
import type { Clock } from '../clock.ts';
import { saveFailure } from '../disk/errors.ts';
import { mailboxOf } from '../email/exported-emails.ts';
import { type Part, saveParts } from '../export/save-parts.ts';
import type { Unfinished } from '../export/unfinished.ts';
import type { PeopleViews, PeopleViewsElsewhere } from '../people/people-views.ts';
import { firstBegun } from '../people/typed-names.ts';
import { createWithOpen } from './with-open.ts';

export type TableCalls = Pick<
  Handlers,
  | 'people.list'
  | 'people.labels'
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
  /** Asks where to save; null where the person chose not to. */
  readonly choosePath: (suggestedName: string) => Promise<string | null>;
  /** Resolves once the text is on the clipboard. */
  readonly copy: (text: string) => Promise<void>;
  readonly unfinished: Pick<Unfinished, 'note'>;
  readonly announce: Announce;
  readonly clock: Clock;
};

const names: { readonly [F in ExportFormat]: string } = { csv: 'people.csv', vcard: 'people.vcf' };
/** An export that takes less is over before anybody could read how far it is. */
const quietMs = 600;
const tellEveryMs = 200;

/** The thread could not give a part. */
class Unwritten extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super('a part could not be written');
    this.failure = failure;
  }
}

export function createTableCalls({
  views,
  choosePath,
  copy,
  unfinished,
  announce,
  clock,
}: TableCallsNeeds): TableCalls {
  let exporting: AbortController | null = null;

  const withViews = createWithOpen(views);

  async function* partsOf(
    open: PeopleViewsElsewhere,
    writing: number,
    total: number,
    tell: (done: number) => void,
  ): AsyncGenerator<Part> {
    const begun = clock.monotonic();
    let told = begun;
    for (let from = 0; from === 0 || from < total; ) {
      const written = await open.writePart({ writing, from });
      if (!written.ok) throw new Unwritten(written.failure);
      const part = written.value;
      yield part;
      from = Math.max(part.done, from + 1);
      const now = clock.monotonic();
      if (now - begun > quietMs && now - told > tellEveryMs) {
        told = now;
        tell(part.done);
      }
      await nextTurn();
    }
  }

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
        for await (const { text } of partsOf(open, writing, total, () => undefined)) texts.push(text);
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
        exporting?.abort();
        const stopping = new AbortController();
        exporting = stopping;
        let isTold = false;
        let ended: EventData<'export.ended'> = { saved: null, failure: null };
        const tell = (done: number) => {
          isTold = true;
          announce('export.progress', { done, total });
        };
        try {
          const path = await choosePath(names[format]);
          if (path === null) return succeeded({ saved: null });
          const isSaved = await saveParts(path, partsOf(open, writing, total, tell), stopping.signal, unfinished);
          const saved = isSaved ? total : null;
          ended = { saved, failure: null };
          return succeeded({ saved });
        } catch (error) {
          const answer = unwritten(error);
          if (!answer.ok) ended = { saved: null, failure: answer.failure };
          return answer;
        } finally {
          if (exporting === stopping) exporting = null;
          if (isTold) announce('export.ended', ended);
          await open.endWriting({ writing });
        }
      }),
    'people.stopExport': () => {
      exporting?.abort();
      return succeeded(null);
    },
  };
}

function unwritten(error: unknown): Outcome<never> {
  const failure = error instanceof Unwritten ? error.failure : saveFailure(error);
  if (failure === null) throw error;
  // Parts are cancelled by nothing else: who stops an export is not told that it failed.
  return failed(failure.kind === 'cancelled' ? { kind: 'closed' } : failure);
}

async function begin(
  open: PeopleViewsElsewhere,
  asked: Parameters<PeopleViews['beginWriting']>[0],
): Promise<Outcome<{ readonly writing: number; readonly total: number }>> {
  const begun = await open.beginWriting(asked);
  if (!begun.ok) return begun;
  return begun.value === null ? failed({ kind: 'cancelled' }) : succeeded(begun.value);
}
