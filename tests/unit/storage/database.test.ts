import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '../../../electron/storage/database.ts';
import { hasModeBits } from '../systems.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { freshFile, idOf, noon, record, replyOf, stillClock, storeAt, strictLog, userOf } from './stored.ts';
import { createStore, openStore } from './whole-store.ts';

const people = (count: number) => Array.from({ length: count }, (_, nth) => userOf(`person-${nth}`));
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
const filesBeside = (file: string) => readdirSync(dirname(file)).sort();
const openingOf = (file: string) => openStore({ file, clock: stillClock, log: strictLog });

/** A closed database with 300 people. */
function filledFile(): string {
  const file = freshFile();
  const { store } = storeAt(file);
  record(store, people(300));
  store.close();
  return file;
}

/** What a process that was killed leaves: the file and its log, without a clean end. */
function killedFile(): string {
  const file = freshFile();
  const { store } = storeAt(file);
  record(store, people(300));
  const left = { db: readFileSync(file), wal: readFileSync(`${file}-wal`), shm: readFileSync(`${file}-shm`) };
  store.close();
  const copy = freshFile();
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, left.db);
  writeFileSync(`${copy}-wal`, left.wal);
  writeFileSync(`${copy}-shm`, left.shm);
  return copy;
}

describe('opening', () => {
  it.runIf(hasModeBits)('keeps the folder and every file from other accounts', () => {
    const file = freshFile();
    const { store, recovered } = storeAt(file);
    record(store, people(10));
    expect(recovered).toBe(false);
    expect(mode(dirname(file))).toBe('700');
    for (const path of [file, `${file}-wal`, `${file}-shm`]) expect(mode(path)).toBe('600');
    store.close();
    expect(filesBeside(file)).toEqual(['people.db', 'people.db.clean']);
    expect(mode(`${file}.clean`)).toBe('600');
  });

  it.runIf(hasModeBits)('takes a folder and a file back from other accounts', () => {
    const file = filledFile();
    chmodSync(dirname(file), 0o755);
    chmodSync(file, 0o644);
    storeAt(file).store.close();
    expect([mode(dirname(file)), mode(file)]).toEqual(['700', '600']);
  });

  it.runIf(hasModeBits)('leaves a folder that many share as it is', () => {
    const shared = temporaryFolder();
    chmodSync(shared, 0o1777);
    storeAt(join(shared, 'people.db')).store.close();
    expect(mode(shared)).toBe('777');
  });

  it('writes ahead, syncs at checkpoints, and does not trust what the file says', () => {
    const opened = openDatabase({ file: freshFile(), clock: stillClock, log: strictLog }, (database) => database);
    if (!opened.ok) throw new Error('not opened');
    const database = opened.value.built;
    const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(['journal_mode', 'synchronous', 'trusted_schema'].map(pragma)).toEqual(['wal', 1, 0]);
    database.close();
  });

  it('may be closed twice, and takes no reply afterwards', () => {
    const { store } = storeAt(freshFile());
    store.close();
    store.close();
    expect(store.recordUsers([replyOf(userOf('late'))])).toEqual({ ok: false, failure: { kind: 'cancelled' } });
  });

  it('finds after a kill what the log holds', () => {
    const { store, recovered } = storeAt(killedFile());
    expect([recovered, store.peopleCount()]).toEqual([false, 300]);
    store.close();
  });
});

describe('a clean end', () => {
  /** Closes the store while another program has the file open; gives that program's connection. */
  const closedBeside = (file: string, how: 'idle' | 'reading') => {
    const { store } = storeAt(file);
    record(store, people(10));
    const reader = new DatabaseSync(file);
    if (how === 'reading') reader.exec('BEGIN');
    reader.prepare('SELECT * FROM people').all();
    record(store, [userOf('late')]);
    store.close();
    return reader;
  };
  /** Whether the next opening took it for one, and how many people it found. */
  const nextOpening = (file: string) => {
    const opened = openingOf(file);
    if (!opened.ok) throw new Error('not opened');
    const { store, endedCleanly, recovered } = opened.value;
    const found = { endedCleanly, recovered, people: store.peopleCount() };
    store.close();
    return found;
  };
  const clean = { endedCleanly: true, recovered: false, people: 11 };

  it('is one though another program has the file open, then and later', () => {
    const file = freshFile();
    const reader = closedBeside(file, 'idle');
    expect(statSync(`${file}-wal`).size).toBe(0);
    expect(nextOpening(file)).toEqual(clean);
    reader.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(nextOpening(file)).toEqual(clean);
  });

  it('is one though what is read just then keeps the log from being emptied', () => {
    const file = freshFile();
    const reader = closedBeside(file, 'reading');
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    expect(nextOpening(file)).toEqual(clean);
    reader.close();
  });

  it('is none where the other program wrote afterwards, if only to the log', () => {
    const file = freshFile();
    const other = closedBeside(file, 'idle');
    other.exec("PRAGMA wal_autocheckpoint = 0; INSERT INTO start_ids (id) VALUES ('x')");
    expect(nextOpening(file)).toEqual({ ...clean, endedCleanly: false });
    other.close();
  });
});

describe('a damaged file', () => {
  const damages: readonly (readonly [string, () => string])[] = [
    ['that is no database', () => overwritten(filledFile(), (size) => Buffer.alloc(size, 'Not a database. '))],
    ['of zeros', () => overwritten(filledFile(), (size) => Buffer.alloc(size))],
    ['with a page of rubbish in the middle', () => patched(filledFile(), 5 * 8192, Buffer.alloc(8192, 0xa5))],
    ['with rubbish in the header after a proper start', () => patched(filledFile(), 16, Buffer.alloc(84, 0xff))],
    ['that was cut in the middle', () => cut(filledFile(), (size) => Math.floor(size / 2))],
    ['that was cut within the header', () => cut(filledFile(), () => 50)],
    ['that was emptied', () => cut(filledFile(), () => 0)],
    ['that was emptied beside its log', () => cut(killedFile(), () => 0)],
    ['left by a kill, cut in the middle', () => cut(checkpointed(killedFile()), (size) => size - 3 * 8192 - 100)],
    ['that lacks a table', () => changed(filledFile(), 'DROP TABLE labels')],
    ['of another program', () => anotherProgramsFile()],
    ['that was cut within its first letters', () => cut(filledFile(), () => 1)],
    ['of a version before the first', () => changed(filledFile(), 'PRAGMA user_version = -1')],
    ['of a version that its tables are not of', () => changed(filledFile(), 'PRAGMA user_version = 5')],
    ['of an older version with a table of another', () => changed(filledFile(), 'PRAGMA user_version = 13')],
    [
      'with a trigger, which refuses what is written',
      () =>
        changed(filledFile(), "CREATE TRIGGER refuses BEFORE INSERT ON people BEGIN SELECT RAISE(ABORT, 'no'); END"),
    ],
    ['with a view', () => changed(filledFile(), 'CREATE VIEW everybody AS SELECT * FROM people')],
  ];
  it.each(damages)('%s is moved aside and begun anew', (_, make) => {
    const file = make();
    const damaged = readFileSync(file);
    const { store, recovered } = storeAt(file);
    expect(recovered).toBe(true);
    expect(store.peopleCount()).toBe(0);
    record(store, people(3));
    store.close();
    const aside = filesBeside(file).filter((name) => name.includes('.damaged-') && !name.endsWith('-wal'));
    expect(aside).toContain(`${basename(file)}.damaged-20260301T120000000Z`);
    expect(readFileSync(join(dirname(file), aside[0] ?? '')).length).toBe(damaged.length);
    const again = storeAt(file);
    expect([again.recovered, again.store.peopleCount()]).toEqual([false, 3]);
    again.store.close();
  });

  it('takes its log and shared memory along', () => {
    const file = killedFile();
    truncateSync(file, 0);
    storeAt(file).store.close();
    expect(filesBeside(file)).toEqual([
      'people.db',
      'people.db.clean',
      'people.db.damaged-20260301T120000000Z',
      'people.db.damaged-20260301T120000000Z-shm',
      'people.db.damaged-20260301T120000000Z-wal',
    ]);
  });

  it('is kept, with one more, and older ones go', () => {
    const file = freshFile();
    for (let nth = 0; nth < 4; nth += 1) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, 'rubbish'.repeat(1000));
      storeAt(file, { clock: { ...stillClock, now: () => noon + nth * 1000 } }).store.close();
    }
    expect(filesBeside(file)).toEqual([
      'people.db',
      'people.db.clean',
      'people.db.damaged-20260301T120002000Z',
      'people.db.damaged-20260301T120003000Z',
    ]);
  });

  it('keeps its people where only the log is rubbish: nothing in it was ever whole', () => {
    const file = filledFile();
    writeFileSync(`${file}-wal`, Buffer.alloc(50_000, 0xa5));
    const { store, recovered } = storeAt(file);
    expect([recovered, store.peopleCount()]).toEqual([false, 300]);
    store.close();
  });

  it('is found although it ended cleanly, where anybody wrote to it since', () => {
    const file = filledFile();
    const { mtimeMs } = statSync(file);
    patched(file, 5 * 8192, Buffer.alloc(8192, 0xa5));
    utimesSync(file, new Date(), new Date(mtimeMs + 5));
    const { store, recovered } = storeAt(file);
    expect(recovered).toBe(true);
    store.close();
  });

  it('that is only met while it is open is found by the next opening', () => {
    const file = filledFile();
    const { store } = storeAt(file);
    for (let page = 2; page < Math.floor(statSync(file).size / 8192); page += 1) {
      patched(file, page * 8192, Buffer.alloc(8192, 0xa5));
    }
    expect(() => store.cards(Array.from({ length: 200 }, (_, nth) => idOf(`p${nth}`)))).toThrow();
    store.close();
    const again = storeAt(file);
    expect(again.recovered).toBe(true);
    again.store.close();
  });
});

describe('a file that cannot be used', () => {
  it('of a newer version is refused and left as it is', () => {
    const file = filledFile();
    const newer = new DatabaseSync(file);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    const before = readFileSync(file);
    expect(openingOf(file)).toEqual({ ok: false, failure: { kind: 'database', trouble: 'newer-version' } });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}.damaged-20260301T120000000Z`)).toBe(false);
  });

  it('because its folder is a file, is answered', () => {
    const file = filledFile();
    expect(openingOf(join(file, 'people.db'))).toMatchObject({ failure: { kind: 'database', trouble: 'cannot-open' } });
  });

  it.runIf(hasModeBits)('because it may not be written, is answered as read-only', () => {
    const file = filledFile();
    const folder = dirname(file);
    // Permissions do not hold root, so another account opens it.
    for (const path of [dirname(folder), folder]) chmodSync(path, 0o555);
    chmodSync(file, 0o444);
    const child = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'open-once.ts'), file],
      process.getuid?.() === 0 ? { uid: 65534, gid: 65534, encoding: 'utf8' } : { encoding: 'utf8' },
    );
    for (const path of [dirname(folder), folder]) chmodSync(path, 0o700);
    expect(child.stderr).not.toMatch(/Error/);
    expect(JSON.parse(child.stdout)).toEqual({ kind: 'database', trouble: 'read-only' });
  });
});

describe('a full disk', () => {
  it('refuses the batch, keeps what was stored, and works again when there is room', () => {
    const file = freshFile();
    const opened = openDatabase({ file, clock: stillClock, log: strictLog }, (database) => database);
    if (!opened.ok) throw new Error('not opened');
    const database = opened.value.built;
    const store = createStore({ database, file, clock: stillClock, log: strictLog });
    const limit = (pages: number) => database.exec(`PRAGMA max_page_count = ${pages}`);
    record(store, people(50));
    limit(1);
    const big = Array.from({ length: 200 }, (_, nth) => replyOf(userOf(`big-${nth}`, { bio: 'x'.repeat(20_000) })));
    expect(store.recordUsers(big)).toEqual({ ok: false, failure: { kind: 'database', trouble: 'full' } });
    expect(store.peopleCount()).toBe(50);
    expect(store.user(idOf('big-0'))).toBeNull();
    limit(1_000_000);
    expect(store.recordUsers(big).ok).toBe(true);
    store.close();
    const again = storeAt(file);
    expect([again.recovered, again.store.peopleCount()]).toEqual([false, 250]);
    again.store.close();
  });
});

function overwritten(file: string, content: (size: number) => Buffer): string {
  writeFileSync(file, content(statSync(file).size));
  return file;
}

function patched(file: string, at: number, patch: Buffer): string {
  const content = readFileSync(file);
  patch.copy(content, at);
  writeFileSync(file, content);
  return file;
}

function cut(file: string, to: (size: number) => number): string {
  truncateSync(file, to(statSync(file).size));
  return file;
}

/** Brings the log into the file without a clean end. */
function checkpointed(file: string): string {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  return file;
}

function anotherProgramsFile(): string {
  const file = freshFile();
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE people (name TEXT)');
  database.close();
  return file;
}

function changed(file: string, sql: string): string {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
  return file;
}

it('a database whose log cannot be brought in, as on a full disk, is closed all the same', () => {
  const done: string[] = [];
  const full = {
    exec: () => {
      throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
    },
    close: () => done.push('closed'),
  };
  const file = freshFile();
  expect(() => closeDatabase(full as never, file, true)).toThrow('full');
  expect(done).toEqual(['closed']);
});
