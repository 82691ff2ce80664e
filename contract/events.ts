/** What the main process says unasked: only what changes by itself. One table, as for the calls. */
import { z } from 'zod';
import { AccountOverview } from './account.ts';
import { AppTrouble } from './app-trouble.ts';
import { mostEntries } from './bounds.ts';
import { CheckOverview } from './check-overview.ts';
import { FailureSchema } from './failure-schema.ts';
import { Sha256, UserId } from './ids.ts';
import { PersonPage, ReportEntry, ReportSummary, ReportTotals } from './person.ts';
import { PictureTrouble } from './picture.ts';
import { ProblemsFresh } from './problems.ts';
import { LinkedPage } from './shown-page.ts';
import { SyncState } from './sync.ts';

export const events = {
  /** A connection was opened, closed, refused, or went off or on line. */
  'account.changed': AccountOverview,
  /** People were stored, or are not found any more. `people`: how many are known now. At most once a second. */
  'people.stored': z.object({ people: z.number().int() }),
  /**
   * Direct reports of the person shown have been fetched, or could not be; or there are others below them. `summary`: how many
   * there are now, at most once a second; null: not counted again.
   */
  'reports.arrived': z.object({
    manager: UserId,
    entries: z.array(ReportEntry).max(mostEntries),
    summary: ReportSummary.nullable(),
    /** As `PersonPage.reportTotals`; null also where they were not counted again. */
    totals: ReportTotals.nullable(),
  }),
  /** The page shown from the local copy has been fetched meanwhile. */
  'person.refreshed': PersonPage,
  /** A picture is there, for every place that shows this person. */
  'picture.arrived': z.object({ person: UserId, which: z.enum(['profile', 'cover']), picture: Sha256 }),
  /** The picture of somebody on the page cannot be had. */
  'picture.refused': z.object({ person: UserId, which: z.enum(['profile', 'cover']), trouble: PictureTrouble }),
  /**
   * People written so far by an export that takes longer than a moment. `stage`: all are written and being drawn, or the person
   * is asked how to print them.
   */
  'export.progress': z.object({
    done: z.number().int(),
    total: z.number().int(),
    stage: z.enum(['writing', 'drawing', 'asking']),
  }),
  /**
   * An export of which progress was told has ended: for a page that was loaded again since it asked. `saved`: how many, and
   * `of` what; null: it was stopped, or failed. `onlyListed`: of the people, those with nothing stored of them.
   */
  'export.ended': z.object({
    saved: z.number().int().nullable(),
    of: z.enum(['people', 'lines', 'rows']),
    onlyListed: z.number().int(),
    failure: FailureSchema.nullable(),
  }),
  /** Answers of the check that is open have changed, or how far asking the server is. At most once a second. */
  'check.changed': CheckOverview,
  /** How far a list, or an archive of evidence, is read that takes longer than a moment, of about `total`. */
  'check.progress': z.object({ of: z.enum(['list', 'evidence']), read: z.number().int(), total: z.number().int() }),
  /** Other problems, or other new ones: at most once a second while they are looked at, else once writing has calmed down. */
  'problems.changed': ProblemsFresh,
  /** A link was followed: `rolodesk://user/{id}`, `rolodesk://organisation/{id}`. */
  'page.wanted': z.object({ page: LinkedPage }),
  /** How far the sync is; at most a few times a second. */
  'sync.changed': SyncState,
  /** Something ended or failed that nobody asked for; said once each. */
  'app.trouble': AppTrouble,
  /** Teams or roles have other names now: cards that were shown are told anew when asked for. */
  'labels.changed': z.null(),
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventData<N extends EventName> = z.output<Events[N]>;
export type AppEvent = { [N in EventName]: { readonly name: N; readonly data: EventData<N> } }[EventName];
