/** What leaves the table: copies and files; and which columns it has. */
import type { Call, CallInput } from '../../contract/calls.ts';
import type { EventData } from '../../contract/events.ts';
import { failed, type Outcome } from '../../contract/failures.ts';
import { peopleCountWords } from '../../contract/people-count.ts';
import { usualColumns } from '../../contract/people-view.ts';
import type { Label } from '../../contract/person.ts';
import type {
  ColumnWidths,
  ExportFormat,
  Headcount,
  HeadcountAsked,
  LabelCounts,
  LabelsAsked,
  TableColumn,
  WhichPeople,
} from '../../contract/table.ts';
import { count } from '../words/locale.ts';
import { shownColumns } from './gone-filters.ts';
import type { SliceOf } from './slice.ts';

export type TableOutSlice = {
  readonly columns: readonly TableColumn[];
  /** How far an export is that takes longer than a moment; null: none does. */
  readonly exporting: EventData<'export.progress'> | null;
  /** Of the columns that a person made wider or narrower. */
  readonly widths: ColumnWidths;
  readonly setWidths: (widths: ColumnWidths) => void;
  readonly readColumns: () => Promise<void>;
  readonly chooseColumns: (columns: readonly TableColumn[]) => Promise<void>;
  readonly readLabels: (asked: LabelsAsked) => Promise<LabelCounts | null>;
  readonly readHeadcount: (asked: HeadcountAsked) => Promise<Headcount | null>;
  /** What a role or team is called; null: that could not be read. */
  readonly readLabel: (asked: CallInput<'people.label'>) => Promise<Label | null>;
  readonly copyPeople: (which: WhichPeople) => Promise<void>;
  readonly exportPeople: (which: WhichPeople, format: ExportFormat) => Promise<void>;
  /** Saves or prints one thing at a time: `cancelled` while another is under way. The signal aborts where the person stops it. */
  readonly exportAlone: <T>(ask: (signal: AbortSignal) => Promise<Outcome<T>>) => Promise<Outcome<T>>;
  /** The same of a file, and says what was saved, by default how many people. Why it could not be is not said. */
  readonly saveAlone: <S extends Saved>(
    ask: () => Promise<Outcome<S>>,
    wordsOf?: (saved: number, answer: S) => string,
  ) => Promise<Outcome<S>>;
  readonly stopExport: () => void;
  readonly exportWent: (exporting: EventData<'export.progress'>) => void;
  readonly exportEnded: (ended: EventData<'export.ended'>) => void;
};

/** How many people; null: it was not chosen where, or stopped. */
type Saved = { readonly saved: number | null };

export function createTableOutSlice(call: Call): SliceOf<TableOutSlice> {
  return (set, get) => {
    let exportingNow: AbortController | null = null;
    let isKeeping = false;
    const tellTrouble = (answer: Outcome<unknown>) => {
      if (!answer.ok) get().tellFailure(answer.failure);
    };
    /** At once, since the window may be closed at once; one after the other, since a key that is held down makes many of them. */
    const keepWidths = async () => {
      if (isKeeping) return;
      isKeeping = true;
      let told: ColumnWidths;
      do {
        told = get().widths;
        tellTrouble(await call('table.setWidths', { widths: told }));
      } while (get().widths !== told);
      isKeeping = false;
    };
    return {
      columns: usualColumns,
      widths: {},
      exporting: null,
      readColumns: async () => {
        const answer = await call('table.columns', null);
        if (answer.ok) set(answer.value);
      },
      chooseColumns: async (columns) => {
        set({ columns });
        tellTrouble(await call('table.setColumns', { columns: [...columns] }));
      },
      setWidths: (widths) => {
        set({ widths });
        void keepWidths();
      },
      readLabels: async (asked) => {
        const answer = await call('people.labels', asked);
        return answer.ok ? answer.value : null;
      },
      readHeadcount: async (asked) => {
        const answer = await call('people.headcount', asked);
        return answer.ok ? answer.value : null;
      },
      readLabel: async (asked) => {
        const answer = await call('people.label', asked);
        return answer.ok ? answer.value : null;
      },
      copyPeople: async (which) => {
        const { shown, view } = get().table;
        if (shown === null) return;
        const columns = [...shownColumns(get().columns, view.filter)];
        const answer = await call('people.copy', { snapshot: shown.snapshot, which, columns });
        if (!answer.ok) tellTrouble(answer);
        else if (answer.value.copied > 0) get().say(`Copied ${peopleCount(answer.value.copied)}`);
      },
      exportPeople: async (which, format) => {
        const { shown } = get().table;
        const withLocalTime = get().columns.includes('localTime');
        if (shown !== null)
          tellTrouble(
            await get().saveAlone(() =>
              call('people.export', { snapshot: shown.snapshot, which, format, withLocalTime }),
            ),
          );
      },
      exportAlone: async (ask) => {
        if (exportingNow !== null) return failed({ kind: 'cancelled' });
        exportingNow = new AbortController();
        try {
          return await ask(exportingNow.signal);
        } finally {
          exportingNow = null;
          set({ exporting: null });
        }
      },
      saveAlone: async (ask, wordsOf = peopleCount) => {
        const answer = await get().exportAlone(ask);
        if (answer.ok && answer.value.saved !== null) get().say(`Saved ${wordsOf(answer.value.saved, answer.value)}`);
        return answer;
      },
      stopExport: () => {
        exportingNow?.abort();
        void call('people.stopExport', null);
      },
      exportWent: (exporting) => set({ exporting }),
      exportEnded: ({ saved, of, onlyListed, failure }) => {
        // The page that asked has its answer.
        if (exportingNow !== null) return;
        set({ exporting: null });
        if (failure !== null) get().tellFailure(failure);
        else if (saved !== null)
          get().say(
            `Saved ${
              of === 'people'
                ? peopleCountWords({ people: saved - onlyListed, onlyListed }, count)
                : `${count(saved)} ${saved === 1 ? of.slice(0, -1) : of}`
            }`,
          );
      },
    };
  };
}

function peopleCount(people: number): string {
  return peopleCountWords({ people, onlyListed: 0 }, count);
}
