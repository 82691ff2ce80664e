/**
 * Each manager and the people they list as direct reports. A claim lives from the first reply of the manager that names the report
 * to the last such before one that lists others; then it ends and stays. A reply that does not speak of direct reports
 * ends nothing. The same two can have several claims, one after the other.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, orNull, prepareQuery } from '../sqlite/typed-query.ts';
import { createLivingClaims } from './living-claims.ts';
import { type MoveBack, movedBack } from './moment.ts';

/** One claim of a manager. `endedAt` null: it lives. Times in milliseconds since 1970-01-01T00:00Z. */
export type ClaimSpan = {
  readonly report: PersonKey;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number | null;
  readonly endedAt: number | null;
};

/** Of one manager. */
export type ReplacedClaims = { readonly begun: readonly PersonKey[]; readonly ended: readonly PersonKey[] };

export type ClaimsTable = ReturnType<typeof createClaimsTable>;

export function createClaimsTable(database: DatabaseSync) {
  const living = prepareQuery(database, 'SELECT report FROM claims WHERE manager = ? AND ended_at IS NULL', [number]);
  // The conflict: a claim that ended within the very millisecond in which it began goes on.
  const begin = database.prepare(`
    INSERT INTO claims (manager, report, first_seen_at) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET last_seen_at = NULL, ended_at = NULL`);
  const end = database.prepare(`
    UPDATE claims SET last_seen_at = max(first_seen_at, ?), ended_at = ? WHERE manager = ? AND report = ? AND ended_at IS NULL`);
  const spans = prepareQuery(
    database,
    `SELECT report, first_seen_at AS firstSeenAt, last_seen_at AS lastSeenAt, ended_at AS endedAt
    FROM claims WHERE manager = ?`,
    { report: number, firstSeenAt: number, lastSeenAt: orNull(number), endedAt: orNull(number) },
  );
  const drop = database.prepare('DELETE FROM claims WHERE manager = ? AND report = ? AND first_seen_at = ?');
  const put = database.prepare(`
    INSERT OR REPLACE INTO claims (manager, report, first_seen_at, last_seen_at, ended_at) VALUES (?, ?, ?, ?, ?)`);

  const reportsOf = (manager: PersonKey): PersonKey[] => living.all(manager).map(([key]) => key);
  return {
    reportsOf,
    /**
     * The manager's reply of `at` lists exactly `reports`; the last one before it that spoke of them came at
     * `previousAt`. Returns what began and what ended with it.
     */
    replace: (manager: PersonKey, reports: ReadonlySet<PersonKey>, at: number, previousAt: number): ReplacedClaims => {
      const before = new Set(reportsOf(manager));
      const ended = [...before].filter((report) => !reports.has(report));
      const begun = [...reports].filter((report) => !before.has(report));
      for (const report of ended) end.run(Math.min(previousAt, at), at, manager, report);
      for (const report of begun) begin.run(manager, report, at);
      return { begun, ended };
    },
    /** All claims of a manager, as they follow from the replies kept. Returns whether those that live are others. */
    rewrite: (manager: PersonKey, claims: readonly ClaimSpan[]): boolean => {
      const place = ({ report, firstSeenAt }: ClaimSpan) => `${report} ${firstSeenAt}`;
      const before = new Map(spans.all(manager).map((span) => [place(span), span]));
      const living = new Set([...before.values()].flatMap(({ report, endedAt }) => (endedAt === null ? [report] : [])));
      let isOther = false;
      for (const claim of claims) {
        const { report, firstSeenAt, lastSeenAt, endedAt } = claim;
        const stored = before.get(place(claim));
        before.delete(place(claim));
        if (endedAt === null && !living.delete(report)) isOther = true;
        if (stored?.endedAt !== endedAt) put.run(manager, report, firstSeenAt, lastSeenAt, endedAt);
      }
      for (const { report, firstSeenAt } of before.values()) drop.run(manager, report, firstSeenAt);
      return isOther || living.size > 0;
    },
    moveBack: (manager: PersonKey, how: MoveBack): void => {
      for (const { report, firstSeenAt, lastSeenAt, endedAt } of spans.all(manager)) {
        const [first, last, ended] = [firstSeenAt, lastSeenAt, endedAt].map((at) => movedBack(at, how));
        if (first === firstSeenAt && last === lastSeenAt && ended === endedAt) continue;
        drop.run(manager, report, firstSeenAt);
        put.run(manager, report, first ?? firstSeenAt, last ?? null, ended ?? null);
      }
    },
    ...createLivingClaims(database),
  };
}
