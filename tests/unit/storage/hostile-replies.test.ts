/**
 * 20,000 replies that nobody would send, read and recorded as they come from a server: nested without end, lists and names
 * of any length, marks, wrong types, in records, lists of users, Config and `_errors`. None throws, none is lost but for
 * what is named, and every id that a list of direct reports names is stored.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longestMessage, longestWord, mostMarks } from '../../../contract/bounds.ts';
import { calls } from '../../../contract/calls.ts';
import type { Outcome } from '../../../contract/failures.ts';
import { assemblePage } from '../../../electron/person/page.ts';
import { createReportParts } from '../../../electron/person/report-parts.ts';
import { readLabels } from '../../../electron/reading/read-config.ts';
import { readErrors } from '../../../electron/reading/read-errors.ts';
import { parseWrittenJson } from '../../../electron/reading/written-json.ts';
import type { createGrowth, Grown } from '../../../electron/storage/growth.ts';
import { currentReader } from '../../../electron/storage/reader.ts';
import { freshFile, idOf, noon, storeAt, strictLog } from './stored.ts';
import { type DirectoryStore, workOf } from './whole-store.ts';

const batches = 80;
const inBatch = 200;
const inList = 50;
const people = 40_000;
const tooManyMarks = new RegExp(`\\p{M}{${mostMarks + 1}}`, 'u');

let store: DirectoryStore;
let growth: ReturnType<typeof createGrowth>;
/** By person: the people that the newest reply lists; null: it lists nobody, and those listed before may count. */
const listed = new Map<string, ReadonlySet<string> | null>();
let at = noon;

beforeAll(() => {
  ({ store } = storeAt(freshFile(), { reader: currentReader, log: strictLog }));
  growth = workOf(store);
});
afterAll(() => store.close());

/** Numbers from 0 up to, not including, 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes JSON text, since much of it could not be written by `JSON.stringify`. */
function makerOf(random: () => number) {
  const below = (limit: number) => Math.floor(random() * limit);
  const one = <T>(of: readonly [T, ...T[]]): T => of[below(of.length)] ?? of[0];
  /** Mostly few, seldom very many. */
  const many = (usual: number, most: number) => (random() < 0.001 ? below(most) : below(usual));
  const letters = [
    'x',
    'Zoe ',
    'é',
    '界',
    '𝕏',
    '\u0301',
    '\u200d\u0301',
    '\u202e',
    ' ',
    '\\',
    '"',
    '\ud800',
    'م',
    '.',
    '@',
  ] as const;
  const words = () => {
    const length = below(100) === 0 ? below(1500) : many(12, 20_000);
    return one(letters).repeat(length) + one(letters).repeat(below(4));
  };
  const text = () => JSON.stringify(words());
  const nested = () => {
    // Deeper than is kept in one of fifty, and than the stack is in some of those.
    const levels = below(50) === 0 ? many(400, 6000) : below(6);
    const [open, close] = one([
      ['[', ']'],
      ['{"a":', '}'],
    ] as const);
    return `${open.repeat(levels)}${one(['1', '"x"', 'null', '[]'])}${close.repeat(levels)}`;
  };
  const scalar = () =>
    one([
      'null',
      'true',
      '0',
      '-1.5e300',
      '12345678901234567890',
      '1.0',
      '""',
      '"null"',
      '"0"',
      '1631817298108',
      '[]',
      '{}',
    ]);
  const any = (): string => {
    const kind = random();
    if (kind < 0.4) return scalar();
    if (kind < 0.7) return text();
    if (kind < 0.78) return nested();
    if (kind < 0.9) return `[${Array.from({ length: many(4, 3000) }, scalar).join()}]`;
    return `{${Array.from({ length: many(4, 2000) }, (_, nth) => `"k${nth}":${one([scalar, text])()}`).join()}}`;
  };
  return { below, one, many, text, any };
}
type Maker = ReturnType<typeof makerOf>;

type Made = { readonly id: string; readonly data: string; readonly listed: ReadonlySet<string> | null };

function personOf({ below, one, many, text, any }: Maker): Made {
  const id = `p${below(people)}`;
  const reportees = Array.from({ length: many(6, 2000) }, () => `n${below(40_000)}`);
  const isList = below(10) > 0;
  const entries = reportees.map((report) => one([`"${report}"`, `{"id":"${report}"}`, `" ${report} "`]));
  const junk = Array.from({ length: below(3) }, any).filter(
    (entry) => !/^"\s*[\w.~-]+\s*"$|^[1-9]\d*$|"id"/.test(entry),
  );
  const list = isList ? `[${[...junk, ...entries].join()}]` : one(['null', '{}', '"x"', '7']);
  const contacts = (field: string) =>
    `[${Array.from({ length: many(3, 2000) }, () => one([text, any, () => `{"${field}":${text()},"id":${any()}}`])()).join()}]`;
  const fields: readonly string[] = [
    `"id":"${id}"`,
    `"isActive":${one(['true', 'false', 'null', '"true"', '2'])}`,
    `"isDeleted":${one(['false', 'true', 'null', '[]'])}`,
    `"reportees":${list}`,
    ...(
      [
        'displayName',
        'firstName',
        'lastName',
        'username',
        'bio',
        'timezone',
        'role',
        'team',
        'profileImageUrl',
      ] as const
    )
      .filter(() => below(2) > 0)
      .map((field) => `"${field}":${one([text, text, any])()}`),
    ...(
      [
        'createdAt',
        'updatedAt',
        'deletedAt',
        'dob',
        'primaryEmail',
        'primaryPhone',
        'profile',
        'data',
        '__proto__',
      ] as const
    )
      .filter(() => below(4) === 0)
      .map((field) => `"${field}":${any()}`),
    ...(below(6) === 0 ? [`"emails":${contacts('email')}`] : []),
    ...(below(6) === 0 ? [`"phones":${contacts('phone')}`] : []),
    ...(below(4) === 0 ? [`${text()}:${any()}`] : []),
  ];
  return { id, data: `{${fields.join()}}`, listed: isList && reportees.length > 0 ? new Set(reportees) : null };
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));

/** What came is stored, or its people are missed for what their replies are. */
const stored = (outcome: Outcome<Grown>): Grown => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  expect(outcome.value.missed.map(({ failure }) => failure.kind).filter((kind) => kind !== 'bad-reply')).toEqual([]);
  return outcome.value;
};

describe('20,000 hostile replies', () => {
  it('are read and recorded, and no id is lost', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const maker = makerOf(randomOf(seed));
        const made = Array.from({ length: inBatch }, () => personOf(maker));
        at += 1000;
        const answers = made.map(({ id, data }) => {
          const errors = maker.below(5) === 0 ? maker.any() : '[]';
          const body = `{"_data":${data},"_meta":${maker.below(9) === 0 ? maker.any() : '{}'},"_errors":${errors}}`;
          const url = `https://api.example.com/v1/ext/user/${id}`;
          return { id: idOf(id), url, bytes: bytesOf(body), contentType: 'application/json', receivedAt: at };
        });
        expect(stored(growth.recordReplies(answers, [])).missed).toEqual([]);
        for (const { id, listed: newest } of made) listed.set(id, newest);

        const entries = Array.from({ length: inList }, () => personOf(maker));
        at += 1000;
        const texts = entries.map(({ data }) => Buffer.from(data));
        const ends = texts.map((_, nth) => texts.slice(0, nth + 1).reduce((sum, { length }) => sum + length, 0));
        const batch = { bytes: new Uint8Array(Buffer.concat(texts)), ends, receivedAt: at };
        stored(growth.recordListed({ batch, url: 'https://api.example.com/v1/ext/users', first: 0 }));
        // An entry of a list says less than a reply, and may change nothing of one.
        for (const { id, listed: some } of entries) {
          listed.set(id, null);
          for (const report of some ?? []) expect(store.tables.ids.find(report) === null && !isNamed(id)).toBe(false);
        }
      }),
      { numRuns: batches, endOnFailure: true },
    );
    let looked = 0;
    for (const [id, reports] of listed) {
      if (reports === null) continue;
      looked += 1;
      const key = store.tables.ids.find(id) ?? 0;
      const claimed = new Set<string>(store.tables.claims.reportsOf(key).map(store.tables.ids.idOf));
      expect([id, [...reports].filter((report) => !claimed.has(report))]).toEqual([id, []]);
      // What was made up beside the ids may be ids as well.
      expect([id, [...claimed].filter((one) => /^n\d+$/.test(one) && !reports.has(one))]).toEqual([id, []]);
    }
    expect(looked).toBeGreaterThan(500);
  });

  it('leave everybody with a page that the contract takes', () => {
    const failures = new Map();
    const needs = { store, server: 'https://api.example.com', reading: () => null, failures, canFetch: () => true };
    const { totals } = createReportParts(needs);
    for (let nth = 0; nth < 3000; nth += 1) {
      const page = assemblePage({ ...needs, totalsOf: totals }, idOf(`p${nth}`), { source: 'local', trouble: null });
      if (page === null) continue;
      const sent = JSON.stringify(calls['people.open'].output.parse(page));
      expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(longestMessage);
      expect(sent).not.toMatch(tooManyMarks);
    }
  });
});

/** Whether somebody is stored at all: of several entries about one person the first counts. */
const isNamed = (id: string): boolean => store.tables.ids.find(id) !== null;

it('any Config and any errors give short names and lines', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const maker = makerOf(randomOf(seed));
      const named = `[{"id":"r1","name":${maker.text()}},{"id":${maker.text()},"title":${maker.any()}}]`;
      const text = `{"_data":{"roles":${maker.one([named, maker.any()])},"teams":{"t1":${maker.text()},${maker.text()}:${maker.any()}}},"_errors":${maker.any()}}`;
      const body = parseWrittenJson(text);
      const labels = readLabels(body);
      if (labels.ok) {
        for (const name of [...labels.value.roles.values(), ...labels.value.teams.values()]) {
          expect(name.length).toBeLessThanOrEqual(longestWord);
          expect(name).not.toMatch(tooManyMarks);
        }
      }
      for (const line of readErrors((body as { _errors: unknown })._errors))
        expect(line.length).toBeLessThanOrEqual(600);
    }),
    { numRuns: 2000 },
  );
});
