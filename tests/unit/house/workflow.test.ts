/** What CI does on real Electron, which no computer without Electron's binary can: read from its workflow, step by step. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../../scripts/run-tool.ts';

type Step = {
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
};
type Job = {
  readonly steps: readonly Step[];
  readonly env?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly os: readonly string[] } };
  readonly 'continue-on-error'?: boolean;
};

const workflow: { readonly permissions: unknown; readonly jobs: Readonly<Record<string, Job>> } = parse(
  readFileSync(join(root, '.github/workflows/ci.yml'), 'utf8'),
);
const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const { electron, 'development-host': host } = workflow.jobs;

/** The npm commands that one system runs, in order. */
const commandsOn = (system: 'Linux' | 'macOS' | 'Windows'): readonly string[] =>
  (electron?.steps ?? [])
    .filter(({ if: only = '' }) => {
      if (only === '') return true;
      const isLinuxOnly = only === "runner.os == 'Linux'";
      const isElsewhereOnly = only === "runner.os != 'Linux'";
      return system === 'Linux' ? isLinuxOnly : isElsewhereOnly;
    })
    .flatMap(({ run = '' }) => /\bnp[mx] .*/.exec(run)?.[0] ?? []);

describe('the job on real Electron', () => {
  test('runs on Linux, macOS and Windows, and fails where Electron is not there', () => {
    expect(electron?.strategy?.matrix.os.map((os) => os.split('-')[0])).toEqual(['ubuntu', 'macos', 'windows']);
    expect(electron?.env?.ROLODESK_RUNTIME).toBe('electron');
    expect(electron?.['continue-on-error']).toBeUndefined();
  });

  test.each(['Linux', 'macOS', 'Windows'] as const)(
    'on %s tests, packages, reads the fuses, and starts the package, in this order',
    (system) => {
      const wanted = ['npm ci', 'npx --no-install install-electron', 'npm run system', 'npm test', 'npm run package'];
      const commands = [...wanted, 'npm run fuses', 'npm run self-check'];
      expect(commandsOn(system)).toEqual(
        system === 'Linux' ? commands : commands.filter((one) => one !== 'npm run system'),
      );
    },
  );

  test('runs scripts that there are', () => {
    const named = (electron?.steps ?? []).flatMap(({ run = '' }) => /npm run ([\w-]+)/.exec(run)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

test('the other job does what a fresh computer does', () => {
  expect(host?.env?.ROLODESK_RUNTIME).toBe('development-host');
  expect(host?.steps.at(-1)?.run).toBe('.ci/run');
});

test('nothing that CI runs may write to the repository, or keeps its credentials', () => {
  expect(workflow.permissions).toEqual({ contents: 'read' });
  const checkouts = Object.values(workflow.jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
  expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual([false, false]);
});
