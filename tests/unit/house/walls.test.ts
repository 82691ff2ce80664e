/**
 * The walls between the rooms hold: for each import that is forbidden, a file that tries it does not compile, and one
 * that does what the room is for does. Tried with the real compiler on a copy of the sources, all at once.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../scripts/run-tool.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const copy = temporaryFolder();
const rooms = ['contract', 'demo', 'electron', 'renderer', 'devhost'];
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

/** Where a room's probes are put. The preload's room is one file; its copy is given a folder. */
const places = {
  contract: 'contract',
  renderer: 'renderer/probes',
  core: 'electron/storage',
  shell: 'electron/shell',
  preload: 'electron/preload-probes',
  demo: 'demo',
  devhost: 'devhost',
} as const;
type Room = keyof typeof places;

type Probe = { readonly room: Room; readonly tries: string; readonly code: (target: string) => string };

/** Imports a package, or (`~/folder`) a file of another room. */
const importing = (room: Room, what: string): Probe => ({
  room,
  tries: what,
  code: (target) => `import * as tried from '${what.startsWith('~/') ? target : what}';\nexport const use = tried;\n`,
});
const saying = (room: Room, tries: string): Probe => ({
  room,
  tries,
  code: (target) => `export const use = ${tries.replace(/~[\w/]+/, target)};\n`,
});

const forbidden: readonly Probe[] = [
  importing('contract', 'node:fs'),
  importing('contract', 'electron'),
  importing('contract', 'keytar'),
  importing('contract', 'react'),
  importing('contract', '~/electron'),
  importing('contract', '~/renderer'),
  saying('contract', 'document.title'),
  saying('contract', 'process.argv'),

  importing('renderer', 'electron'),
  importing('renderer', 'electron/renderer'),
  importing('renderer', 'keytar'),
  importing('renderer', 'node:fs'),
  importing('renderer', 'node:sqlite'),
  importing('renderer', '~/electron'),
  importing('renderer', '~/electron/shell'),
  importing('renderer', '~/demo'),
  saying('renderer', 'process.env'),
  saying('renderer', "import('~/electron')"),
  saying('renderer', "{} as import('~/electron').Here"),

  importing('core', 'electron'),
  importing('core', 'electron/main'),
  importing('core', '~/electron/shell'),
  importing('core', '~/renderer'),
  importing('core', '~/devhost'),
  saying('core', 'document.title'),
  saying('core', 'window.location'),

  importing('shell', '~/renderer'),
  importing('shell', '~/devhost'),
  saying('shell', 'document.title'),

  importing('preload', 'node:fs'),
  importing('preload', 'keytar'),
  importing('preload', '~/electron'),
  importing('preload', '~/electron/shell'),
  importing('preload', '~/renderer'),
  {
    room: 'preload',
    tries: "Electron's app",
    code: () => "import { app } from 'electron';\nexport const use = app;\n",
  },
  saying('preload', 'process.env'),

  importing('demo', 'electron'),
  importing('demo', 'keytar'),
  importing('demo', '~/electron'),
  importing('demo', '~/contract'),
  importing('demo', '~/renderer'),
  saying('demo', 'document.title'),

  importing('devhost', '~/electron'),
  importing('devhost', '~/contract'),
  importing('devhost', '~/renderer'),
];

/** What each room is for compiles, so that the others fail for what they try and not for where they stand. */
const allowed: readonly Probe[] = [
  importing('contract', 'zod'),
  importing('renderer', 'react'),
  importing('renderer', '~/contract'),
  saying('renderer', 'document.title'),
  importing('core', 'node:fs'),
  importing('core', '~/contract'),
  importing('core', '~/electron'),
  importing('shell', 'electron'),
  importing('shell', '~/electron'),
  importing('preload', 'electron'),
  importing('preload', '~/contract'),
  importing('demo', 'node:http'),
  importing('devhost', 'node:http'),
  {
    room: 'shell',
    tries: 'what the preload is told of Electron',
    code: () => "import * as real from 'electron';\nexport const use: typeof import('../../sandboxed.d.ts') = real;\n",
  },
];

const probes = [...forbidden, ...allowed];
const fileOf = (probe: Probe): string => `${places[probe.room]}/probe-${probes.indexOf(probe)}.ts`;
/** Each probe has a target to itself: the compiler complains of a file outside a project only where it first meets it. */
const targetOf = (probe: Probe): string | null => {
  const folder = /~\/([\w/]+)/.exec(probe.tries)?.[1];
  return folder === undefined ? null : `${folder}/target-${probes.indexOf(probe)}.ts`;
};

let complaints: ReadonlyMap<string, string[]>;

beforeAll(() => {
  for (const room of rooms) {
    cpSync(join(root, room), join(copy, room), { recursive: true });
  }
  for (const file of ['tsconfig.base.json', 'barred.d.ts', 'sandboxed.d.ts'])
    cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  // The folder of the preload's probes belongs to its room, and to no other.
  for (const config of ['tsconfig.preload.json', 'tsconfig.core.json']) {
    const path = join(copy, 'electron', config);
    const widened = readFileSync(path, 'utf8').replace('"preload.ts"', '"preload.ts", "preload-probes/*.ts"');
    writeFileSync(path, widened);
  }
  for (const probe of probes) {
    const folder = join(copy, places[probe.room]);
    mkdirSync(folder, { recursive: true });
    const target = targetOf(probe);
    if (target !== null)
      writeFileSync(join(copy, target), 'export type Here = true;\nexport const here: Here = true;\n');
    const way = target === null ? '' : relative(folder, join(copy, target)).replaceAll(sep, '/');
    writeFileSync(join(copy, fileOf(probe)), probe.code(way));
  }
  complaints = compile();
}, 240_000);

describe('a wall between rooms', () => {
  it.each(forbidden.map((probe) => [probe.room, probe.tries, probe] as const))(
    'keeps %s from %s',
    (_room, _tries, probe) => {
      expect(complaints.get(fileOf(probe)) ?? 'compiles').not.toBe('compiles');
    },
  );

  it.each(allowed.map((probe) => [probe.room, probe.tries, probe] as const))(
    'lets %s have %s',
    (_room, _tries, probe) => {
      expect(complaints.get(fileOf(probe)) ?? []).toEqual([]);
    },
  );
});

describe('the type check', () => {
  it('misses no source file', () => {
    const projects = [
      'contract',
      'demo',
      'devhost',
      'electron/tsconfig.core.json',
      'electron/tsconfig.preload.json',
      'electron/tsconfig.shell.json',
      'renderer',
      'scripts',
      'tests',
    ];
    const checked = new Set(projects.flatMap(filesOfProject));
    const missed = [...rooms, 'scripts', 'tests'].flatMap(sourcesUnder).filter((file) => !checked.has(file));
    expect(missed).toEqual([]);
  });
});

/** The compiler's complaints by the file they stand in. */
function compile(): Map<string, string[]> {
  const { stdout } = spawnSync(process.execPath, [tsc, '-b', ...rooms, '--pretty', 'false'], {
    cwd: copy,
    encoding: 'utf8',
  });
  const found = new Map<string, string[]>();
  for (const [, file = '', complaint = ''] of stdout.matchAll(/^(\S+)\(\d+,\d+\): (error TS\d+: .*)$/gm)) {
    found.set(file, [...(found.get(file) ?? []), complaint]);
  }
  return found;
}

function filesOfProject(project: string): string[] {
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', project, '--showConfig'], { cwd: root, encoding: 'utf8' });
  const folder = join(root, project.endsWith('.json') ? dirname(project) : project);
  const { files = [] }: { files?: string[] } = JSON.parse(stdout);
  return files.map((file) => relative(root, join(folder, file)).replaceAll(sep, '/'));
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}
