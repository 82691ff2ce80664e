/** What arrives by itself for the person on the page: a newer answer, direct reports, a cover. Of anybody else it is left out. */
import type { EventData } from '../../contract/events.ts';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type { PersonPage } from '../../contract/person.ts';
import { keyed, mergeReports } from './merge-reports.ts';
import type { SliceOf } from './slice.ts';

export type ArrivalsSlice = {
  readonly personRefreshed: (page: PersonPage) => void;
  readonly reportsArrived: (arrived: EventData<'reports.arrived'>) => void;
  readonly coverArrived: (id: UserId, cover: Sha256) => void;
  readonly pictureRefused: (refused: EventData<'picture.refused'>) => void;
};

export function createArrivalsSlice(): SliceOf<ArrivalsSlice> {
  return (set, get) => {
    /** Null for one still being opened: the call's own answer brings the same, in its turn. */
    const shown = (id: UserId) => {
      const { person } = get();
      return person?.state === 'shown' && person.page.user.id === id ? person : null;
    };
    return {
      personRefreshed: (page) => {
        const person = shown(page.user.id);
        if (person === null) return;
        set({ person: { ...person, page } });
        get().reportPartsOutdated();
        get().forgetPicture(page.user.id);
      },
      reportsArrived: ({ manager, entries, summary, totals }) => {
        const person = shown(manager);
        if (person === null) return;
        const arrived = keyed(entries);
        const reports = mergeReports(person.page.reports, arrived);
        const reportTotals = totals ?? person.page.reportTotals;
        set({
          person: {
            ...person,
            page: { ...person.page, reports, reportTotals, summary: summary ?? person.page.summary },
          },
        });
        get().mergeReportParts(arrived);
      },
      coverArrived: (id, cover) => {
        const person = shown(id);
        if (person !== null) set({ person: { ...person, page: { ...person.page, cover } } });
      },
      pictureRefused: ({ person: id, which, trouble }) => {
        const person = shown(id);
        if (person === null) return;
        const pictureTroubles = { ...person.page.pictureTroubles, [which]: trouble };
        set({ person: { ...person, page: { ...person.page, pictureTroubles } } });
      },
    };
  };
}
