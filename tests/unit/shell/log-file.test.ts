import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeTrouble } from '../../../electron/disk/write-trouble.ts';
import { createAppearance } from '../../../electron/shell/appearance.ts';
import { createLogFile, redactedError } from '../../../electron/shell/log-file.ts';
import { createSettings } from '../../../electron/shell/settings.ts';
import { expectMode } from '../systems.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();

describe('the log', () => {
  it('keeps where a defect was, and nothing of what it said', () => {
    const log = createLogFile({ folder, now: () => 0 });
    const reference = log.defect(
      'call people.open',
      new TypeError('cannot read canary-token of a.person@acme.example'),
    );
    const text = readFileSync(join(folder, 'rolodesk.log'), 'utf8');
    const entry = JSON.parse(text.trim().split('\n').at(-1) ?? '');
    expect(entry).toMatchObject({ event: 'call people.open', reference, error: 'TypeError' });
    expect(entry.frames.join()).toContain('log-file.test.ts');
    expect(text).not.toMatch(/canary|acme/);
  });

  it('names no error by a word that nobody wrote as a name of one', () => {
    const nameOf = (name: string) => redactedError(Object.assign(new Error(), { name })).error;
    const words = [
      'canary',
      'eyJhbGciOiJIUzI1NiJ9',
      '9763caa1cef3497fb3b2f551456b2831',
      'AKIA_canary_Error',
      '',
      'ghp_16C7e42F',
    ];
    expect(words.map(nameOf)).toEqual(words.map(() => 'Error'));
    const names = ['TypeError', 'SqliteError', 'AggregateError', 'EvalException', 'Error'];
    expect(names.map(nameOf)).toEqual(names);
  });

  it.each([
    'first\n    at canary (/home/ada/secret.ts:1:1)',
    'first\n    at tokencanary.secret:1:1',
    '\n    at async canary (secret:12:1)\n    at canary (secret.ts:1:1)\n',
    `${'x'.repeat(100_000)}\n    at canary (secret:1:1)`,
  ])('drops a message that spreads into the stack’s lines', (message) => {
    const changed = new Error(message);
    changed.message = 'something else';
    const named = new Error('x');
    named.name = 'canary secret';
    const shortened = new Error(`first${message}`);
    // Once it was looked at, a stack keeps the message as it was.
    expect(shortened.stack).toContain('first');
    shortened.message = 'first';
    const all = [new Error(message), new TypeError(message, { cause: new Error(message) }), changed, named, shortened];
    for (const error of all) {
      expect(JSON.stringify(redactedError(error))).not.toMatch(/ada|canary|secret/);
    }
    expect(redactedError(new Error(message)).frames.join()).toContain('log-file.test.ts');
  });

  it('writes of an error that throws where it is read that there was one', () => {
    for (const field of ['name', 'code', 'stack'] as const) {
      const error = Object.defineProperty(new Error('secret'), field, {
        get: () => {
          throw new Error('secret');
        },
      });
      expect(redactedError(error)).toEqual({ error: 'Error', code: null, frames: [] });
    }
  });

  it('reads no more of a stack than the frames that are written take, however long it was made', () => {
    const own = `    at canary (${import.meta.filename}:1:1)`;
    const framesOf = (stack: string) => redactedError(Object.assign(new Error(), { stack })).frames;
    expect(framesOf(`Error\n${own}`)).toHaveLength(1);
    const stacks = [
      ' \n'.repeat(200_000),
      `\n    at file:///${'/a ('.repeat(200_000)}`,
      `\n    at ${' '.repeat(2000)}`,
    ];
    for (const stack of stacks) expect(framesOf(`${stack}\n${own}`)).toHaveLength(stack.length < 16_000 ? 1 : 0);
  });

  it('writes nothing of lines that are shaped like frames of the app itself, also where the message was shortened', () => {
    const own = import.meta.url.replace(/[^/]*$/, '');
    const lines = [
      `    at canary (${own}log-file.test.ts:1:1)`,
      `    at Object.canary [as secret] (${import.meta.filename}:1:1)`,
      `    at async canary (${own}secret.ts:1:1)`,
      `    at ${own}secret-canary.ts:12:1`,
      `    at ${own}%00canary.ts:12:1`,
      `    at new canary (${own}log-file.test.ts:123456789012345678:1)`,
    ];
    for (const left of ['', 'first', `first\n${lines[0]}`]) {
      const error = new Error(`first\n${lines.join('\n')}\n`);
      expect(error.stack).toContain('canary');
      error.message = left;
      expect(JSON.stringify(redactedError(error))).not.toMatch(/canary|secret|123456789/);
    }
  });

  it('is the owner’s alone, and never more than two files of its size', () => {
    const log = createLogFile({ folder, now: () => 0 });
    for (let i = 0; i < 2600; i += 1) log.info('x'.repeat(1000));
    const files = readdirSync(folder).filter((name) => name.startsWith('rolodesk.log'));
    expect(files.sort()).toEqual(['rolodesk.log', 'rolodesk.log.1']);
    for (const name of files) {
      expect(statSync(join(folder, name)).size).toBeLessThan(1_010_000);
      expectMode(join(folder, name), 0o600);
    }
  });
});

describe('where the former log cannot be put aside', () => {
  it.each([
    ['a folder is in its place', (aside: string) => mkdirSync(join(aside, 'within'), { recursive: true })],
    ['an empty folder is in its place', (aside: string) => mkdirSync(aside)],
  ])('since %s, the newer half of it is kept, and nothing is printed', (_why, spoil) => {
    const own = temporaryFolder();
    const file = join(own, 'rolodesk.log');
    const printed: string[] = [];
    spoil(`${file}.1`);
    const log = createLogFile({ folder: own, now: () => 0, printInstead: (line) => printed.push(line) });
    for (let nth = 0; nth < 2600; nth += 1) log.info('x'.repeat(1000), { nth });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const numbers = lines.map((line) => JSON.parse(line).nth);
    expect(numbers).toEqual(numbers.map((_, at) => 2600 - numbers.length + at));
    expect(numbers.length).toBeGreaterThan(400);
    expect(statSync(file).size).toBeLessThan(1_010_000);
    expectMode(file, 0o600);
    expect(printed).toEqual([]);
  });
});

describe('where the log cannot be written', () => {
  it('it is printed, as redacted as ever, and nothing that is logged fails', () => {
    writeFileSync(join(folder, 'file'), 'a file where the folder of the app should be');
    const inTheWay = join(folder, 'file', 'logs');
    const printed: string[] = [];
    const log = createLogFile({ folder: inTheWay, now: () => 0, printInstead: (line) => printed.push(line) });
    log.info('began');
    const reference = log.defect('failed', new Error('canary'));
    expect(printed.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'began' },
      { event: 'failed', reference, error: 'Error' },
    ]);
    expect(printed.join('')).not.toContain('canary');
    expect(writeTrouble(inTheWay)).not.toBeNull();
  });

  it('a folder that can be written to has no trouble, and nothing is left in it', () => {
    const made = join(folder, 'made');
    expect(writeTrouble(made)).toBeNull();
    expect(readdirSync(made)).toEqual([]);
  });
});

describe('the appearance', () => {
  it('is applied at once, kept, and survives a damaged file', () => {
    const file = join(folder, 'settings.json');
    const applied: string[] = [];
    const first = createAppearance(createSettings(file), (theme) => applied.push(theme));
    first.set('dark');
    expect(createAppearance(createSettings(file), (theme) => applied.push(theme)).theme()).toBe('dark');
    expect(applied).toEqual(['system', 'dark', 'dark']);
  });
});
