/**
 * Organisations of extreme forms as files, out of a database and in the running thread, as the app writes them: everybody is in
 * each file once, and the thread needs no more memory the more people there are.
 */
import { DatabaseSync } from 'node:sqlite';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { DirectoryThreadStart } from '../../../electron/connection/directory-work.ts';
import { restored } from '../../../electron/export/cells.ts';
import type { OrganisationStore } from '../../../electron/organisation/organisation-store.ts';
import { startThread, type Thread } from '../../../electron/thread/start-thread.ts';
import { startedFile } from '../started-file.ts';
import { freshFile, record, storeAt, strictLog, userOf } from '../storage/stored.ts';
import { unwrap } from '../sync/synced.ts';

/** Claims among a number of people, as a SELECT of keys. */
type Lines = string;

const extremes: readonly (readonly [string, number, Lines])[] = [
  ['999,999 below one manager', 1_000_000, 'SELECT 1, key FROM ids WHERE key > 1'],
  ['100,000 tops', 200_000, 'SELECT key, key + 100000 FROM ids WHERE key <= 100000'],
  ['a chain of 20,000', 20_000, 'SELECT key, key + 1 FROM ids WHERE key < 20000'],
  ['a ring of 20,000', 20_000, 'SELECT key, key % 20000 + 1 FROM ids'],
];

/** Of what the thread holds in objects and texts: a drawing of a million people is 200 MB. Arrays of numbers are beside it. */
const limits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 };

/** People called Nº and their key, all with the record of the first. */
function fill(file: string, people: number, lines: Lines): void {
  const { store } = storeAt(file);
  record(store, [userOf('p1', { name: 'Nº1', role: null, team: null })]);
  store.close();
  const database = new DatabaseSync(file);
  const columns = (database.prepare('PRAGMA table_info(people)').all() as { name: string }[]).map(({ name }) => name);
  const own: Readonly<Record<string, string>> = { key: 'i.key', name: "'Nº' || i.key", sort_name: "'n' || i.key" };
  database.exec(`
    BEGIN;
    WITH RECURSIVE n(key) AS (SELECT 2 UNION ALL SELECT key + 1 FROM n WHERE key < ${people})
      INSERT INTO ids (key, id) SELECT key, 'p' || key FROM n;
    INSERT INTO people (${columns.join(', ')})
      SELECT ${columns.map((name) => own[name] ?? `p.${name}`).join(', ')} FROM ids i, people p WHERE p.key = 1 AND i.key > 1;
    INSERT INTO claims (manager, report, first_seen_at) SELECT *, ${Date.UTC(2026, 1, 1)} FROM (${lines});
    COMMIT;`);
  database.close();
}

/** Who is not in a file once. `keysOf`: who is named in a part of it. */
async function notOnce(
  thread: Thread<OrganisationStore>,
  format: 'svg' | 'csv',
  people: number,
  keysOf: (part: string) => Iterable<number>,
): Promise<number[]> {
  const asked = { what: { kind: 'everybody' }, format, colour: 'division', source: 'Acme' } as const;
  const begun = unwrap(await thread.ask('beginSaving', [asked]));
  expect(begun).toMatchObject({ total: people, onlyListed: 0 });
  const times = new Uint8Array(people + 1);
  let done = 0;
  for (;;) {
    const part = unwrap(await thread.ask('savePart', [begun?.saving ?? 0]));
    if (part === null) throw new Error('given up');
    if (part.isLast) break;
    // The foot, which names divisions once more, is a part of nobody.
    if (part.done > done) for (const key of keysOf(part.text)) times[key] = (times[key] ?? 0) + 1;
    expect(part.done - done).toBeLessThanOrEqual(500);
    done = part.done;
  }
  expect(done).toBe(people);
  return [...times.keys()].filter((key) => key > 0 && times[key] !== 1).slice(0, 5);
}

/** Of the CSV. */
const idColumn = 4;
const namesIn = (part: string) => [...part.matchAll(/>Nº(\d+)</g)].map(([, key]) => Number(key));

const linesIn = (part: string) =>
  (parse(part, { bom: true }) as string[][]).flatMap((cells) => {
    const key = /^p(\d+)$/.exec(restored(cells[idColumn] ?? ''))?.[1];
    return key === undefined ? [] : [Number(key)];
  });

describe.each(extremes)('%s', (_, people, lines) => {
  it('is saved as an SVG and as a CSV with everybody once, in little memory', { timeout: 300_000 }, async () => {
    const file = freshFile();
    fill(file, people, lines);
    const start: DirectoryThreadStart = { part: 'organisation', file, server: 'https://api.example.com' };
    const thread = startThread<OrganisationStore>({
      ...{ start, file: { script: startedFile('directory-thread') }, name: 'organisation', log: strictLog },
      memory: { limits, beyond: { kind: 'database', trouble: 'cannot-open' } },
    });
    unwrap(await thread.ask('look', [{ id: null, isOpening: true, asOf: null }]));
    expect(await notOnce(thread, 'svg', people, namesIn)).toEqual([]);
    expect(await notOnce(thread, 'csv', people, linesIn)).toEqual([]);
    expect(thread.isLost()).toBe(false);
    await thread.close();
  });
});
