/** What is no file stands in the place of one that the app keeps: it is moved aside whole, nobody waits for it, and the app goes on. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConnectionId, type Sha256 } from '../../../contract/ids.ts';
import { usualView } from '../../../contract/people-view.ts';
import { createConnections } from '../../../electron/account/connections.ts';
import { createPlaces } from '../../../electron/account/places.ts';
import { createLocalCopy } from '../../../electron/connection/local-copy.ts';
import { createUnfinished } from '../../../electron/export/unfinished.ts';
import { createKeptMap, forgetKeptMap } from '../../../electron/organisation/kept-map.ts';
import { emptyMemory } from '../../../electron/organisation/map-memory.ts';
import { createKeptPictures } from '../../../electron/picture/kept-pictures.ts';
import { createLogFile } from '../../../electron/shell/log-file.ts';
import { createSettings } from '../../../electron/shell/settings.ts';
import { readWindowPlace, writeWindowPlace } from '../../../electron/shell/window-place.ts';
import { idOf, record, stillClock, storeAt, strictLog, userOf } from '../storage/stored.ts';
import { openStore } from '../storage/whole-store.ts';
import { expectMode, hasModeBits } from '../systems.ts';
import { temporaryFolder } from '../temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

/** Each makes it at a place, and says what has to be found in it afterwards. */
const obstacles: Readonly<Record<string, (place: string) => void>> = {
  'a folder': (place) => {
    mkdirSync(place);
    writeFileSync(join(place, 'precious'), 'precious');
  },
  'a link that leads nowhere': (place) => symlinkSync(join(folder, 'not-there'), place),
  'a link to itself': (place) => symlinkSync(basename(place), place),
  ...(hasModeBits && { 'a pipe': (place: string) => void execFileSync('mkfifo', [place]) }),
};
const inTheWay = Object.entries(obstacles);

/** What was moved aside from a place, by name. */
const asideOf = (place: string) =>
  readdirSync(dirname(place)).filter((name) => name.startsWith(`${basename(place)}.damaged-`));
const preciousIn = (place: string) =>
  asideOf(place).map((name) => {
    const inside = join(dirname(place), name, 'precious');
    return existsSync(inside) ? readFileSync(inside, 'utf8') : 'nothing';
  });
const expectAside = (place: string, what: string) =>
  expect(preciousIn(place)).toEqual([what === 'a folder' ? 'precious' : 'nothing']);

/** A closed database with three people. */
function filled(): string {
  const file = join(folder, 'copy', 'directory.sqlite');
  const { store } = storeAt(file);
  record(
    store,
    ['a', 'b', 'c'].map((id) => userOf(id)),
  );
  store.close();
  return file;
}

describe.each(inTheWay)('%s', (what, make) => {
  it('in the place of the local copy', () => {
    const file = join(folder, 'copy', 'directory.sqlite');
    mkdirSync(dirname(file));
    make(file);
    const { store, recovered } = storeAt(file);
    record(store, [userOf('a')]);
    expect([recovered, store.peopleCount()]).toEqual([true, 1]);
    store.close();
    expectAside(file, what);
  });

  it.each(['-wal', '-shm', '-journal'])('in the place of its file %s: everybody in it stays', (part) => {
    const file = filled();
    make(file + part);
    const { store, recovered } = storeAt(file);
    expect([recovered, store.peopleCount(), store.user(idOf('a'))?.user.id]).toEqual([false, 3, 'a']);
    store.close();
    expectAside(file + part, what);
  });

  it('in the place of the mark of its clean end', () => {
    const file = filled();
    rmSync(`${file}.clean`);
    make(`${file}.clean`);
    const { store } = storeAt(file);
    expect(store.peopleCount()).toBe(3);
    store.close();
  });

  it('in the place of the list of connections', async () => {
    const place = join(folder, 'connections.json');
    make(place);
    const connections = await createConnections({ folder, clock: stillClock });
    expect([connections.trouble, connections.movedAside]).toEqual([null, join(folder, asideOf(place)[0] ?? '')]);
    expect(await connections.add({ name: 'Work', server: 'https://a.example', startFrom: [] })).toMatchObject({
      ok: true,
    });
    expectAside(place, what);
  });

  it('in the place of what was set, and of where it is written first', () => {
    for (const place of ['settings.json', 'settings.json.new'].map((name) => join(folder, name))) make(place);
    expect(createSettings(join(folder, 'settings.json')).put('theme', 'dark')).toEqual({ ok: true, value: null });
    expect(createSettings(join(folder, 'settings.json')).get('theme')).toBe('dark');
    for (const name of ['settings.json', 'settings.json.new']) expectAside(join(folder, name), what);
  });

  it('in the place of where directories and the window were left', () => {
    const [places, window] = [join(folder, 'places.json'), join(folder, 'window.json')];
    for (const place of [places, window]) make(place);
    const id = ConnectionId.parse('00000000-0000-4000-8000-000000000001');
    const place = { page: { view: 'people', table: usualView }, scrollTop: 7 } as const;
    const first = createPlaces(places, stillClock);
    first.keep(id, place);
    first.flush();
    expect(createPlaces(places, stillClock).of(id)).toEqual(place);
    const left = { x: 1, y: 2, width: 900, height: 700, isMaximized: false };
    expect(readWindowPlace(window)).toBeNull();
    writeWindowPlace(window, left);
    expect(readWindowPlace(window)).toEqual(left);
    for (const one of [places, window]) expectAside(one, what);
  });

  it('in the place of what the map remembers', () => {
    const place = join(folder, 'map');
    make(place);
    const kept = createKeptMap(join(folder, 'directory.sqlite'));
    expect(kept.read()).toBeNull();
    forgetKeptMap(join(folder, 'directory.sqlite'));
    kept.remember(emptyMemory(3));
    kept.write();
    expect(kept.read()?.keys.length).toBe(3);
  });

  it('in the place of the log', () => {
    const place = join(folder, 'logs', 'rolodesk.log');
    mkdirSync(dirname(place));
    make(place);
    const printed: string[] = [];
    createLogFile({ folder: dirname(place), now: stillClock.now, printInstead: (line) => printed.push(line) }).info(
      'begun',
    );
    expect([printed, readFileSync(place, 'utf8').includes('begun')]).toEqual([[], true]);
    expectAside(place, what);
  });

  it('in the place of a picture', async () => {
    const gone: Sha256[] = [];
    const pictures = join(folder, 'pictures');
    const bytes = new Uint8Array(100).fill(7);
    const open = () => createKeptPictures({ folder: pictures, clock: stillClock, gone: (some) => gone.push(...some) });
    const picture = await open().keep(bytes);
    const place = join(pictures, picture);
    rmSync(place);
    make(place);
    const kept = open();
    expect([await kept.isKept(picture), await kept.read(picture)]).toEqual([false, null]);
    expect(await kept.keep(bytes)).toBe(picture);
    expect(await kept.read(picture)).toEqual(Buffer.from(bytes));
    expectAside(place, what);
  });

  it('among the notes of what is being written', async () => {
    const notes = join(folder, 'unfinished');
    mkdirSync(notes);
    make(join(notes, 'note'));
    const [left, unfinished] = [join(folder, '.people.csv.01234567.part'), createUnfinished(notes)];
    writeFileSync(left, 'half');
    await unfinished.note(left);
    await unfinished.removeLeft();
    expect(existsSync(left)).toBe(false);
  });
});

describe.each(Object.entries({ ...obstacles, 'a folder': (place: string) => writeFileSync(place, 'precious') }))(
  'what is no folder (%s)',
  (_, make) => {
    const id = ConnectionId.parse('00000000-0000-4000-8000-000000000001');

    it.each([[], [id], [id, 'pictures']])('in the place of a folder of the local copy', async (...below) => {
      const place = join(folder, 'directories', ...below);
      mkdirSync(dirname(place), { recursive: true });
      make(place);
      expect(await createLocalCopy({ folder }).prepare(id)).toMatchObject({ ok: true });
      expect(readdirSync(join(folder, 'directories', id, 'pictures'))).toEqual([]);
      expect(asideOf(place)).toHaveLength(1);
    });

    it('in the place of the folder of the log, or of the notes', async () => {
      for (const name of ['logs', 'unfinished']) make(join(folder, name));
      createLogFile({ folder: join(folder, 'logs'), now: stillClock.now }).info('begun');
      await createUnfinished(join(folder, 'unfinished')).note('/somewhere');
      expect(readdirSync(join(folder, 'logs'))).toEqual(['rolodesk.log']);
      expect(readdirSync(join(folder, 'unfinished'))).toHaveLength(1);
    });
  },
);

/** Where a link leads, by what is there of it. */
const disks: Readonly<Record<string, () => string>> = {
  'of which there is nothing': () => join(folder, 'disk', 'kept'),
  'of which there is the folder that it is mounted on': () => {
    mkdirSync(join(folder, 'disk'));
    return join(folder, 'disk', 'kept');
  },
  'through another link': () => {
    symlinkSync(join(folder, 'disk', 'kept'), join(folder, 'another'));
    return join(folder, 'another');
  },
};

describe.each(Object.entries(disks))('a link to a disk that is not there, %s, is left as it is, and told', (_, end) => {
  const away = { ok: false, failure: { kind: 'database', trouble: 'away' } };
  const id = ConnectionId.parse('00000000-0000-4000-8000-000000000001');
  const expectLeft = (place: string) => {
    expect([lstatSync(place).isSymbolicLink(), asideOf(place)]).toEqual([true, []]);
    expect(existsSync(place)).toBe(false);
  };

  it('in the place of the local copy, which opens with everybody once the disk is there', () => {
    const file = filled();
    const kept = join(folder, 'kept');
    renameSync(file, kept);
    symlinkSync(end(), file);
    expect(openStore({ file, clock: stillClock, log: strictLog })).toEqual(away);
    expectLeft(file);
    mkdirSync(join(folder, 'disk'), { recursive: true });
    renameSync(kept, join(folder, 'disk', 'kept'));
    const { store, recovered } = storeAt(file);
    expect([recovered, store.peopleCount()]).toEqual([false, 3]);
    store.close();
  });

  it.each([[], [id]])('in the place of a folder of the local copy', async (...below) => {
    const place = join(folder, 'directories', ...below);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(end(), place);
    expect(await createLocalCopy({ folder }).prepare(id)).toEqual(away);
    expectLeft(place);
  });

  it('in the place of the list of connections, or of what was set', async () => {
    const places = ['connections.json', 'settings.json'].map((name) => join(folder, name));
    const leads = end();
    for (const place of places) symlinkSync(leads, place);
    const connections = await createConnections({ folder, clock: stillClock });
    expect([connections.trouble, connections.movedAside]).toEqual([away.failure, null]);
    expect(await connections.add({ name: 'W', server: 'https://a.example', startFrom: [] })).toEqual(away);
    const set = createSettings(join(folder, 'settings.json')).put('theme', 'dark');
    expect(set).toEqual({ ok: false, failure: { kind: 'not-kept', trouble: 'no-folder' } });
    for (const place of places) expectLeft(place);
  });

  it('in the place of the log', () => {
    const place = join(folder, 'logs', 'rolodesk.log');
    mkdirSync(dirname(place));
    symlinkSync(end(), place);
    const printed: string[] = [];
    const printInstead = (line: string) => printed.push(line);
    createLogFile({ folder: dirname(place), now: stillClock.now, printInstead }).info('begun');
    expect(lstatSync(place).isSymbolicLink()).toBe(true);
    expect(asideOf(place)).toEqual([]);
  });
});

describe('a link to a file elsewhere', () => {
  it('is read, and the local copy stays where it leads', async () => {
    const file = filled();
    const elsewhere = join(folder, 'elsewhere.sqlite');
    renameSync(file, elsewhere);
    symlinkSync(elsewhere, file);
    const { store, recovered } = storeAt(file);
    expect([recovered, store.peopleCount()]).toEqual([false, 3]);
    store.close();
    expect(asideOf(file)).toEqual([]);
    writeFileSync(join(folder, 'set.json'), '{"theme":"dark"}');
    symlinkSync(join(folder, 'set.json'), join(folder, 'settings.json'));
    expect(createSettings(join(folder, 'settings.json')).get('theme')).toBe('dark');
  });
});

describe('a file that is longer than the app writes any', () => {
  it('is moved aside whole as the list of connections', async () => {
    const place = join(folder, 'connections.json');
    writeFileSync(place, '{');
    // As much as cannot be read at once; there is nothing in it.
    truncateSync(place, 2 ** 31);
    const connections = await createConnections({ folder, clock: stillClock });
    expect([connections.trouble, statSync(connections.movedAside ?? '').size]).toEqual([null, 2 ** 31]);
    expect(await connections.add({ name: 'W', server: 'https://a.example', startFrom: [] })).toMatchObject({
      ok: true,
    });
  });

  it('is not read as what was set', () => {
    const place = join(folder, 'settings.json');
    writeFileSync(place, `{"theme":"dark"}${' '.repeat(64 * 1024 * 1024)}`);
    expect(createSettings(place).get('theme')).toBeUndefined();
    expect(createSettings(place).put('theme', 'light')).toEqual({ ok: true, value: null });
    expect(createSettings(place).get('theme')).toBe('light');
  });
});

describe.runIf(hasModeBits)('a file that its own account may not read', () => {
  it('is opened to it: the local copy', () => {
    const file = filled();
    chmodSync(file, 0o000);
    const opened = openStore({ file, clock: stillClock, log: strictLog });
    expect(opened.ok && [opened.value.recovered, opened.value.store.peopleCount()]).toEqual([false, 3]);
    if (opened.ok) opened.value.store.close();
    expectMode(file, 0o600);
  });

  it('is opened to it: what was set, and the list of connections', async () => {
    const [settings, list] = [join(folder, 'settings.json'), join(folder, 'connections.json')];
    createSettings(settings).put('theme', 'dark');
    await (await createConnections({ folder, clock: stillClock })).add({
      name: 'W',
      server: 'https://a.example',
      startFrom: [],
    });
    for (const file of [settings, list]) chmodSync(file, 0o000);
    expect(createSettings(settings).get('theme')).toBe('dark');
    expect((await createConnections({ folder, clock: stillClock })).list()).toHaveLength(1);
    for (const file of [settings, list]) expectMode(file, 0o600);
  });

  it('is opened to it: the log with its folder, and a picture', async () => {
    const [logs, pictures] = [join(folder, 'logs'), join(folder, 'pictures')];
    const log = () => createLogFile({ folder: logs, now: stillClock.now });
    log().info('begun');
    chmodSync(join(logs, 'rolodesk.log'), 0o400);
    chmodSync(logs, 0o500);
    log();
    expectMode(logs, 0o700);
    expectMode(join(logs, 'rolodesk.log'), 0o600);
    const kept = createKeptPictures({ folder: pictures, clock: stillClock, gone: () => undefined });
    const picture = await kept.keep(new Uint8Array(10));
    chmodSync(join(pictures, picture), 0o000);
    expect(await kept.read(picture)).toEqual(Buffer.alloc(10));
    expectMode(join(pictures, picture), 0o600);
  });
});
