/** The handlers of `people.*`: each answers from the connection that is open. */
import { longestPart } from '../../contract/bounds.ts';
import type { Handlers, HandlersFor } from '../../contract/calls.ts';
import { failed, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import { withReceipt } from '../../contract/receipt.ts';
import type { Caller } from '../announce.ts';
import type { OpenDirectory } from '../connection/open-directory.ts';
import { saveFailure } from '../disk/errors.ts';
import { findPeople } from '../people/find-people.ts';
import type { DirectoryReads } from '../storage/reads.ts';
import type { TableCalls } from './people-table.ts';
import { createWithOpen } from './with-open.ts';

/** Of the page that the asking window has open. */
type PageCall = 'people.open' | 'people.reports' | 'people.retryReports' | 'people.leave' | 'people.rowsSeen';
type OtherCall = Exclude<Extract<keyof Handlers, `people.${string}`>, PageCall | keyof TableCalls>;

export type PeopleCalls = Pick<Handlers, OtherCall> & Pick<HandlersFor<Caller>, PageCall>;

const recentShown = 12;

export type PeopleCallsNeeds = {
  readonly current: () => Pick<OpenDirectory, 'pages' | 'store' | 'recorder' | 'findListed'> | null;
  /** Resolves once the text is on the clipboard. */
  readonly copy: (text: string) => Promise<void>;
  /** Asks where to save, and saves; false where the person chose not to. */
  readonly saveText: (suggestedName: string, text: string) => Promise<boolean>;
};

export function createPeopleCalls({ current, copy, saveText }: PeopleCallsNeeds): PeopleCalls {
  const withOpen = createWithOpen(current);
  const rawOf = (store: DirectoryReads, id: UserId) => {
    const raw = store.raw(id);
    return raw === null ? failed({ kind: 'not-found', id }) : succeeded(raw);
  };

  return {
    'people.open': ({ id, want }, caller) =>
      withOpen(({ pages, store }) => pages.of(caller).open(store.idAsStored(id), want)),
    'people.reports': (asked, caller) =>
      withOpen(({ pages, store }) => succeeded(pages.of(caller).reports({ ...asked, id: store.idAsStored(asked.id) }))),
    'people.retryReports': ({ id }, caller) =>
      withOpen(({ pages }) => {
        pages.of(caller).retryReports(id);
        return succeeded(null);
      }),
    'people.leave': (_asked, { window }) => {
      current()?.pages.leave(window);
      return succeeded(null);
    },
    'people.rowsSeen': ({ ids }, caller) =>
      withOpen(({ pages }) => {
        pages.see(caller, ids);
        return succeeded(null);
      }),
    'people.find': (asked) => withOpen(({ store, findListed }) => findPeople({ store, findListed }, asked)),
    'people.listed': ({ text }) =>
      withOpen(async ({ findListed }) => {
        const looked = await findListed({ text, status: null, limit: 0 });
        return looked.ok ? succeeded(looked.value?.listed ?? null) : looked;
      }),
    'people.label': ({ kind, id }) => withOpen(({ store }) => succeeded(store.label(kind, id))),
    'people.recent': () => withOpen(({ recorder }) => succeeded(recorder.recent(recentShown))),
    'people.raw': ({ id, part }) =>
      withOpen(({ store }) => {
        const raw = rawOf(store, id);
        if (!raw.ok) return raw;
        const { text } = raw.value;
        const from = part * longestPart;
        const parts = Math.max(1, Math.ceil(text.length / longestPart));
        return succeeded({ ...raw.value, text: text.slice(from, from + longestPart), parts });
      }),
    'people.copyRaw': ({ id, withReceipt: isReceipted }) =>
      withOpen(async ({ store }) => {
        const raw = rawOf(store, id);
        if (!raw.ok) return raw;
        await copy(isReceipted ? withReceipt(raw.value) : raw.value.text);
        return succeeded(null);
      }),
    'people.saveRaw': ({ id }) =>
      withOpen(async ({ store }) => {
        const raw = rawOf(store, id);
        if (!raw.ok) return raw;
        try {
          return succeeded({ saved: await saveText(`user-${id}.txt`, withReceipt(raw.value)) });
        } catch (error) {
          const failure = saveFailure(error);
          if (failure !== null) return failed(failure);
          throw error;
        }
      }),
  };
}
