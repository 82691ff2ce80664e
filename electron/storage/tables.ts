/** The tables of one database, each behind its own statements. Reads and writes are made of these. */
import type { DatabaseSync } from 'node:sqlite';
import { defineFolded } from '../search/define-folded.ts';
import { createIndexTable } from '../search/index-table.ts';
import { createPersonIds } from '../sqlite/person-ids.ts';
import { createChecksTable } from './checks-table.ts';
import { createClaimsTable } from './claims-table.ts';
import { createFailuresTable } from './failures-table.ts';
import { createFrontierTable } from './frontier-table.ts';
import { createHandlesTable } from './handles-table.ts';
import { createListOdditiesTable } from './list-oddities-table.ts';
import { createMissingCounts } from './missing-counts.ts';
import { createNotFoundTable } from './not-found-table.ts';
import { createObservationsTable } from './observations-table.ts';
import { createPeopleTable } from './people-table.ts';
import { createProblemMarksTable } from './problem-marks-table.ts';
import { createRecordProblemsTable } from './record-problems-table.ts';
import { createRememberedTables } from './remembered-tables.ts';
import { createSyncTable } from './sync-table.ts';

export type Tables = ReturnType<typeof createTables>;

export function createTables(database: DatabaseSync) {
  defineFolded(database);
  const missing = createMissingCounts(database);
  return {
    ids: createPersonIds(database),
    people: createPeopleTable(database),
    observations: createObservationsTable(database),
    claims: createClaimsTable(database),
    notFound: createNotFoundTable(database, missing),
    failures: createFailuresTable(database, missing),
    frontier: createFrontierTable(database, missing),
    listOddities: createListOdditiesTable(database),
    sync: createSyncTable(database),
    remembered: createRememberedTables(database),
    index: createIndexTable(database),
    handles: createHandlesTable(database),
    checks: createChecksTable(database),
    recordProblems: createRecordProblemsTable(database),
    problemMarks: createProblemMarksTable(database),
  };
}
