/** What the papers say is so: commands exist, links lead somewhere, and installing needs nothing but the registry. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/run-tool.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const described: {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
} = JSON.parse(read('package.json'));
const papers = [
  'README.md',
  'CHANGELOG.md',
  'devhost/README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].filter((file) => existsSync(join(root, file)));

const sources = globSync('{contract,demo,devhost,electron,renderer,scripts,tests}/**/*.{ts,tsx,sql}', {
  cwd: root,
}).map((file) => file.replaceAll('\\', '/'));

describe.each(papers)('%s', (paper) => {
  const text = read(paper);

  it('names only commands that exist', () => {
    const named = [...text.matchAll(/npm (?:run )?(start|test|(?<=run )[\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => described.scripts[name] === undefined)).toEqual([]);
  });

  it('names no source that is not there, by its path or its name alone', () => {
    const named = [...text.matchAll(/`([\w./-]+(?<!\.d)\.(?:tsx?|sql))`/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !sources.some((file) => file === name || file.endsWith(`/${name}`)))).toEqual([]);
  });

  it('links to nothing that is not there', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link);
    const own = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(own.filter((link) => !existsSync(join(root, dirname(paper), link)))).toEqual([]);
  });
});

describe('installing', () => {
  it('pins every dependency to one version', () => {
    const versions = Object.values({ ...described.dependencies, ...described.devDependencies });
    expect(versions.filter((version) => !/^(npm:@github\/keytar@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('has one dependency at run time, the keychain', () => {
    expect(Object.keys(described.dependencies)).toEqual(['keytar']);
  });

  it('asks whichever registry is set up, not the one it was locked with', () => {
    const locked: { packages: Record<string, { resolved?: string; integrity?: string }> } = JSON.parse(
      read('package-lock.json'),
    );
    const packages = Object.entries(locked.packages).filter(([name]) => name !== '');
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
    expect(packages.filter(([, entry]) => entry.integrity === undefined)).toEqual([]);
  });

  it('is tested by the command that the README gives', () => {
    expect(read('.ci/run')).toContain('npm ci && npm test');
    expect(read('README.md')).toContain('npm ci && npm test');
  });
});

describe('the launcher', () => {
  const launch = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/run.mjs', ...args], { cwd: root, encoding: 'utf8' });

  it('runs a script with Node 24 or newer, passes its arguments on and hands its exit code back', () => {
    const { status, stdout } = launch('./tests/unit/house/launched.ts', 'one', 'two words');
    expect(JSON.parse(stdout)).toMatchObject({ args: ['one', 'two words'], childSeesSameNode: true });
    expect(JSON.parse(stdout).major).toBeGreaterThanOrEqual(24);
    expect(status).toBe(7);
  });

  it('says how it is used when nothing is named', () => {
    expect(launch()).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') });
  });
});
