/** Saving the organisation through the call the page makes: what is written where, and that nothing is left where it fails. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed } from '../../../contract/failures.ts';
import type { OrganisationSaveAsked } from '../../../contract/organisation-save.ts';
import { createExports } from '../../../electron/calls/exports.ts';
import { createOrganisationSaveCalls } from '../../../electron/calls/organisation-save.ts';
import type { OrganisationElsewhere } from '../../../electron/connection/organisation-thread.ts';
import { fileName } from '../../../electron/export/file-name.ts';
import { createUnfinished } from '../../../electron/export/unfinished.ts';
import { createOrganisationStore } from '../../../electron/organisation/organisation-store.ts';
import { freshFile, idOf, record, stillClock, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { expectNothingOnFullDisk } from './full-disk.ts';
import { noPaper } from './no-paper.ts';

const people = 1200;
const everybody: OrganisationSaveAsked = { what: { kind: 'everybody' }, format: 'svg', colour: 'division' };

let store: DirectoryStore;
let folder: string;
let path: string | null;
let suggested: string[];
let told: { readonly name: string; readonly data: unknown }[];
/** What the thread answers instead; null: what it would. */
let instead: ((name: string) => ReturnType<typeof failed> | undefined) | null;
/** Called before each part. */
let beforePart: () => void;
let work: ReturnType<typeof createOrganisationStore>;
let calls: ReturnType<typeof createOrganisationSaveCalls>;
let exports: ReturnType<typeof createExports>;

beforeEach(() => {
  store = storeAt(freshFile()).store;
  const ids = Array.from({ length: people - 1 }, (_, nth) => idOf(`p${nth}`));
  record(store, [userOf('head', { name: 'Head', reports: ids }), ...ids.map((id) => userOf(id))]);
  folder = temporaryFolder();
  path = join(folder, 'Organisation.svg');
  suggested = [];
  told = [];
  instead = null;
  beforePart = () => undefined;
  work = createOrganisationStore({ ...store.storeFile, clock: stillClock });
  let now = 0;
  exports = createExports({
    choosePath: async (name) => {
      suggested.push(name);
      return path;
    },
    unfinished: createUnfinished(join(temporaryFolder(), 'unfinished')),
    announce: (name, data) => told.push({ name, data }),
    paper: noPaper,
    // Each look at the clock takes a while, so that every part is one to tell of.
    clock: {
      monotonic: () => {
        now += 700;
        return now;
      },
      sleep: () => new Promise(() => undefined),
    },
  });
  const ask = async (name: keyof typeof work, input: readonly unknown[]) => {
    if (name === 'savePart') beforePart();
    return instead?.(name) ?? (work[name] as (...given: readonly unknown[]) => unknown)(...input);
  };
  calls = createOrganisationSaveCalls({
    current: () => ({ ask }) as unknown as OrganisationElsewhere,
    connection: () => ({ kind: 'server', name: 'Acme', server: 'https://api.acme.example' }),
    exports,
  });
});
afterEach(() => store.close());

const save = (asked = everybody) => calls['organisation.save'](asked);

describe('the file', () => {
  it('is whole where the person chose, and how far it is was told', async () => {
    expect(await save()).toEqual({ ok: true, value: { saved: people, onlyListed: 0 } });
    expect(readdirSync(folder)).toEqual(['Organisation.svg']);
    const file = readFileSync(join(folder, 'Organisation.svg'), 'utf8');
    expect(file).toMatch(/^<\?xml /);
    expect(file).toMatch(/Acme \(api\.acme\.example\) · Rolodesk<\/text><\/g>\n<\/svg>\n$/);
    const progress = told.filter(({ name }) => name === 'export.progress').map(({ data }) => data as { done: number });
    expect(progress.length).toBeGreaterThan(2);
    expect(progress.at(-1)).toEqual({ done: people, total: people, stage: 'writing' });
    expect(told.at(-1)).toEqual({
      name: 'export.ended',
      data: { saved: people, of: 'people', onlyListed: 0, failure: null },
    });
  });

  it('is not written where the person chooses no place', async () => {
    path = null;
    expect(await save()).toEqual({ ok: true, value: { saved: null, onlyListed: 0 } });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('leaves what stood there, and nothing beside it, where', () => {
  beforeEach(() => writeFileSync(join(folder, 'Organisation.svg'), 'before'));
  const expectAsBefore = () => {
    expect(readdirSync(folder)).toEqual(['Organisation.svg']);
    expect(readFileSync(join(folder, 'Organisation.svg'), 'utf8')).toBe('before');
  };
  /** After the first part. */
  const then = (what: () => void) => {
    let parts = 0;
    beforePart = () => {
      parts += 1;
      if (parts === 2) what();
    };
  };

  it('it is stopped', async () => {
    then(exports.stop);
    expect(await save()).toEqual({ ok: true, value: { saved: null, onlyListed: 0 } });
    expectAsBefore();
  });

  it('the directory is closed', async () => {
    then(() => {
      instead = () => failed({ kind: 'cancelled' });
    });
    expect(await save()).toEqual({ ok: false, failure: { kind: 'closed' } });
    expectAsBefore();
  });

  it('its thread has ended, and another one knows nothing of it', async () => {
    then(() => {
      work = createOrganisationStore({ ...store.storeFile, clock: stillClock });
    });
    expect(await save()).toEqual({ ok: false, failure: { kind: 'closed' } });
    expectAsBefore();
  });

  it('another file is begun', async () => {
    const second = Promise.withResolvers<unknown>();
    then(() => {
      path = join(folder, 'Head.csv');
      beforePart = () => undefined;
      second.resolve(save({ ...everybody, what: { kind: 'branch', id: idOf('head') }, format: 'csv' }));
    });
    expect(await save()).toEqual({ ok: true, value: { saved: null, onlyListed: 0 } });
    expect(await second.promise).toEqual({ ok: true, value: { saved: people, onlyListed: 0 } });
    expect(readdirSync(folder).sort()).toEqual(['Head.csv', 'Organisation.svg']);
    expect(readFileSync(join(folder, 'Organisation.svg'), 'utf8')).toBe('before');
  });
});

it('says that there is no room, and leaves nothing on a full disk', (context) =>
  expectNothingOnFullDisk(context, folder, () => save()));

it.each([
  [null, 'Organisation.svg'],
  ['Ana Silva', 'Ana Silva.svg'],
  ['../../etc/passwd', 'etc passwd.svg'],
  ['.hidden.', 'hidden.svg'],
  ['\u202egvs.exe', 'gvs.exe.svg'],
  ['<>:"|?*', 'Organisation.svg'],
  ['名'.repeat(200), `${'名'.repeat(50)}.svg`],
  ['half \ud800', 'half \ufffd.svg'],
])('a file of %j is called %j', (name, called) => {
  expect(fileName(name, 'svg')).toBe(called);
});
