/** Finds all problems in the data as it is stored at one moment: everybody is looked at, and nobody's reply is read. */
import type { DatabaseSync } from 'node:sqlite';
import { hashOf } from '../search/words.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { atOneMoment } from '../sqlite/transaction.ts';
import { number, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import type { ClaimsUpward, UpwardOfAll } from '../storage/claims-upward.ts';
import { numbersIn } from '../storage/number-lists.ts';
import { recordKinds } from '../storage/record-problems.ts';
import type { Tables } from '../storage/tables.ts';
import { findInStructure } from './find-in-structure.ts';
import { createFindSharedContacts } from './find-shared-contacts.ts';
import { add, type Found, type FoundOfKind, mixedOfAll, noneOf } from './found.ts';

export type FindProblemsNeeds = {
  readonly database: DatabaseSync;
  readonly tables: Pick<Tables, 'recordProblems' | 'sync'>;
  readonly upward: Pick<ClaimsUpward, 'ofAll'>;
  readonly readerVersion: number;
};

/** `outdated`: people whose problems by record are not known yet, of `known`. */
export type FoundNow = { readonly found: Found; readonly known: number; readonly outdated: number };

type InRecords = Pick<Found, (typeof recordKinds)[number]>;
type InLists = Pick<Found, 'not-found' | 'bad-entry' | 'listed-twice' | 'list-part' | 'failed'>;

export function createFindProblems({ database, tables, upward, readerVersion }: FindProblemsNeeds): () => FoundNow {
  const everybody = prepareQuery(
    database,
    'SELECT group_concat(key * 8 + status), coalesce(sum(reader_version <> ?), 0) FROM people',
    [orNull(text), number],
  );
  const notFound = prepareQuery(
    database,
    'SELECT person, since FROM not_found WHERE ended_at IS NULL ORDER BY person',
    [number, number],
  );
  const started = prepareQuery(database, 'SELECT i.key FROM start_ids s JOIN ids i ON i.id = s.id', [number]);
  const failed = prepareQuery(
    database,
    "SELECT person, at, coalesce(failure ->> 'kind', '') FROM fetch_failures ORDER BY person",
    [number, number, text],
  );
  const badEntries = prepareQuery(
    database,
    'SELECT nth, why || text FROM list_oddities WHERE person IS NULL ORDER BY nth',
    [number, text],
  );
  const listedTwice = prepareQuery(
    database,
    'SELECT person, count(*) + 1 FROM list_oddities WHERE person IS NOT NULL GROUP BY person ORDER BY person',
    [number, number],
  );
  const counts = prepareQuery(
    database,
    'SELECT p.key, p.report_count FROM json_each(?) w CROSS JOIN people p ON p.key = w.value',
    [number, number],
  );
  const findShared = createFindSharedContacts(database);

  const inRecords = (): InRecords => {
    const found = Object.fromEntries(recordKinds.map((kind) => [kind, noneOf()])) as InRecords;
    for (const [person, kind, evidence] of tables.recordProblems.every()) add(found[kind], person, evidence);
    const crowded = found['too-many-reports'];
    const countOf = new Map(counts.all(JSON.stringify(crowded.subjects)));
    for (const [nth, person] of crowded.subjects.entries()) crowded.weights[nth] = countOf.get(person) ?? 0;
    return found;
  };

  const missing = ({ all }: UpwardOfAll): FoundOfKind => {
    const since: number[] = [];
    const found = { ...noneOf(), since };
    const given = new Set(started.all().map(([key]) => key));
    for (const [person, at] of notFound.all()) {
      const managers = all.managersOf(person);
      // Somebody who is listed no more has left in good order.
      if (managers.length === 0 && !given.has(person)) continue;
      since.push(at);
      add(found, person, mixedOfAll([at, ...managers]), managers.length);
    }
    return found;
  };

  const inLists = (now: UpwardOfAll): InLists => {
    const ofEntries = { ...noneOf(), about: [] as PersonKey[][] };
    const part = { ...noneOf(), about: [] as PersonKey[][] };
    const twice = noneOf();
    const failures = { ...noneOf(), since: [] as number[] };
    for (const [nth, came] of badEntries.all()) {
      ofEntries.about.push([]);
      add(ofEntries, nth, hashOf(came));
    }
    for (const [person, times] of listedTwice.all()) add(twice, person, times, times);
    for (const [person, at, kind] of failed.all()) {
      failures.since.push(at);
      add(failures, person, hashOf(kind));
    }
    const { listPart } = tables.sync.load();
    if (listPart !== null) {
      part.about.push([]);
      add(part, 0, hashOf(JSON.stringify(listPart)));
    }
    return {
      'not-found': missing(now),
      'bad-entry': ofEntries,
      'listed-twice': twice,
      'list-part': part,
      failed: failures,
    };
  };

  return () =>
    atOneMoment(database, () => {
      const now = upward.ofAll();
      const [packed, outdated] = everybody.one(readerVersion);
      const all = numbersIn(packed ?? '');
      const found: Found = {
        ...findInStructure({ all: now.all, managers: now.managers, packed: all }),
        ...inRecords(),
        ...findShared(),
        ...inLists(now),
      };
      return { found, known: all.length, outdated };
    });
}
