/** The organisation as a PDF and on paper, through the calls the page makes: what is drawn, told and saved, and what is left where it fails. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { mostPrinted } from '../../../contract/bounds.ts';
import { failed, type Outcome, succeeded } from '../../../contract/failures.ts';
import type { OrganisationSaveAsked } from '../../../contract/organisation-save.ts';
import { createExports, type Exports } from '../../../electron/calls/exports.ts';
import { createOrganisationSaveCalls } from '../../../electron/calls/organisation-save.ts';
import type { OrganisationElsewhere } from '../../../electron/connection/organisation-thread.ts';
import { createUnfinished } from '../../../electron/export/unfinished.ts';
import type { Drawing } from '../../../electron/shell/paper.ts';
import { createFakeClock, type FakeClock, settled } from '../fake-clock.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { expectNothingOnFullDisk } from './full-disk.ts';

const asked: OrganisationSaveAsked = { what: { kind: 'everybody' }, format: 'pdf', colour: 'status' };
const { format: _, ...printAsked } = asked;
const parts = ['<svg>', 'Ana', '</svg>'];
const size = { w: 300, h: 200 };

let folder: string;
let notes: string;
let path: string | null;
let total: number;
let told: unknown[];
let threadAsked: unknown[];
let drawn: Drawing[];
let clock: FakeClock;
let exports: Exports;
/** What drawing and printing come to. */
let comesTo: (signal: AbortSignal) => Promise<Outcome<unknown>>;
let calls: ReturnType<typeof createOrganisationSaveCalls>;

beforeEach(() => {
  folder = temporaryFolder();
  notes = join(temporaryFolder(), 'unfinished');
  path = join(folder, 'Organisation.pdf');
  total = 3;
  told = [];
  threadAsked = [];
  drawn = [];
  clock = createFakeClock();
  comesTo = async () => succeeded(Buffer.from('%PDF-1.4'));
  const draw = (drawing: Drawing, signal: AbortSignal) => {
    drawn.push(drawing);
    return comesTo(signal) as Promise<Outcome<never>>;
  };
  exports = createExports({
    choosePath: async () => path,
    unfinished: createUnfinished(notes),
    announce: (name, data) => told.push([name, data]),
    paper: {
      toPdf: draw,
      print: (drawing, signal, asking) => {
        asking();
        return draw(drawing, signal);
      },
    },
    clock,
  });
  let part = 0;
  const answers: Readonly<Record<string, (input: never) => unknown>> = {
    beginSaving: ({ format }: { format: string }) => {
      threadAsked.push(format);
      return { saving: 7, total, onlyListed: 0, name: null, size };
    },
    savePart: () => {
      const text = parts[part] ?? '';
      part += 1;
      return { text, done: part, isLast: part > parts.length };
    },
    endSaving: (saving) => {
      threadAsked.push(['end', saving]);
      return null;
    },
  };
  const ask = async (name: string, [input]: [never]) => succeeded(answers[name]?.(input));
  calls = createOrganisationSaveCalls({
    current: () => ({ ask }) as unknown as OrganisationElsewhere,
    connection: () => ({ kind: 'demo', name: '', server: '' }),
    exports,
  });
});

const save = () => calls['organisation.save'](asked);
const print = () => calls['organisation.print'](printAsked);
/** As Electron does of a window that is destroyed: nothing comes of it any more. */
const untilStopped = (signal: AbortSignal) =>
  new Promise<Outcome<never>>((resolve) => {
    signal.addEventListener('abort', () => resolve(failed({ kind: 'cancelled' })));
  });
const drawing = { title: 'Organisation', size, svg: parts };

describe('a PDF', () => {
  it('is drawn from the whole SVG, and saved where the person chose', async () => {
    expect(await save()).toEqual({ ok: true, value: { saved: 3, onlyListed: 0 } });
    expect(drawn).toEqual([drawing]);
    expect(readFileSync(join(folder, 'Organisation.pdf'), 'utf8')).toBe('%PDF-1.4');
    expect(readdirSync(folder)).toEqual(['Organisation.pdf']);
    expect(threadAsked).toEqual(['pdf', ['end', 7]]);
    expect(told).toEqual([]);
  });

  it('tells that it is drawn where that takes longer than a moment', async () => {
    comesTo = async () => {
      await clock.pass(600);
      return succeeded(Buffer.from('%PDF'));
    };
    await save();
    expect(told).toEqual([
      ['export.progress', { done: 3, total: 3, stage: 'drawing' }],
      ['export.ended', { saved: 3, of: 'people', onlyListed: 0, failure: null }],
    ]);
  });

  it('is not drawn where the person chooses no place, or of more people than a page takes', async () => {
    path = null;
    expect(await save()).toEqual({ ok: true, value: { saved: null, onlyListed: 0 } });
    total = mostPrinted + 1;
    const refused = { ok: false, failure: { kind: 'bad-input', where: 'printed', reason: 'too-long' } };
    expect(await save()).toEqual(refused);
    expect(await print()).toEqual(refused);
    expect(drawn).toEqual([]);
    expect(threadAsked.filter((one) => Array.isArray(one))).toHaveLength(3);
  });

  describe('leaves what stood there, and nothing beside it, where', () => {
    beforeEach(() => writeFileSync(join(folder, 'Organisation.pdf'), 'before'));
    const expectAsBefore = () => {
      expect(readdirSync(folder)).toEqual(['Organisation.pdf']);
      expect(readFileSync(join(folder, 'Organisation.pdf'), 'utf8')).toBe('before');
      expect(readdirSync(notes)).toEqual([]);
      expect(threadAsked.at(-1)).toEqual(['end', 7]);
    };

    it.each(['slow', 'failed'] as const)('drawing it is %s', async (trouble) => {
      comesTo = async () => failed({ kind: 'not-drawn', trouble });
      expect(await save()).toEqual({ ok: false, failure: { kind: 'not-drawn', trouble } });
      expectAsBefore();
    });

    it('the window was closed', async () => {
      comesTo = async () => failed({ kind: 'cancelled' });
      expect(await save()).toEqual({ ok: false, failure: { kind: 'closed' } });
      expectAsBefore();
    });

    it('it is stopped while it is drawn', async () => {
      comesTo = (signal) => {
        setImmediate(exports.stop);
        return untilStopped(signal);
      };
      expect(await save()).toEqual({ ok: true, value: { saved: null, onlyListed: 0 } });
      expectAsBefore();
    });
  });

  it('says that there is no room, and leaves nothing on a full disk', (context) =>
    expectNothingOnFullDisk(context, folder, save));
});

describe('on paper', () => {
  it('is the same drawing, without a file; that the person is asked is told at once', async () => {
    comesTo = async () => {
      await clock.pass(60_000);
      return succeeded(true);
    };
    expect(await print()).toEqual({ ok: true, value: { printed: true } });
    expect(drawn).toEqual([drawing]);
    expect(threadAsked).toEqual(['svg', ['end', 7]]);
    expect(told).toEqual([
      ['export.progress', { done: 3, total: 3, stage: 'asking' }],
      ['export.ended', { saved: null, of: 'people', onlyListed: 0, failure: null }],
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is nothing where the person chose not to, and a failure where the system failed', async () => {
    comesTo = async () => succeeded(false);
    expect(await print()).toEqual({ ok: true, value: { printed: false } });
    comesTo = async () => failed({ kind: 'not-drawn', trouble: 'printer' });
    expect(await print()).toEqual({ ok: false, failure: { kind: 'not-drawn', trouble: 'printer' } });
  });

  it('is given up for what is saved next, and by Stop', async () => {
    comesTo = untilStopped;
    const printing = print();
    await settled();
    comesTo = async () => succeeded(Buffer.from('%PDF'));
    expect(await save()).toEqual({ ok: true, value: { saved: 3, onlyListed: 0 } });
    expect(await printing).toEqual({ ok: true, value: { printed: false } });
    comesTo = untilStopped;
    const second = print();
    await settled();
    exports.stop();
    expect(await second).toEqual({ ok: true, value: { printed: false } });
  });
});
