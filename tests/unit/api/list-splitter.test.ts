/** The elements of a list are found as they stand in its source, wherever it is cut, and rubbish is told from a list. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createListSplitter, type SplitTrouble } from '../../../electron/api/list-splitter.ts';

type Split = { readonly elements: readonly string[]; readonly trouble: SplitTrouble | null; readonly isOpen: boolean };

/** What comes out of these pieces. `isOpen`: an element was begun and not ended. */
function split(pieces: readonly Uint8Array[]): Split {
  const elements: string[] = [];
  let open: Buffer[] = [];
  const splitter = createListSplitter({
    part: (chunk, from, to) => open.push(Buffer.from(chunk.subarray(from, to))),
    end: () => {
      elements.push(Buffer.concat(open).toString('utf8'));
      open = [];
    },
  });
  for (const piece of pieces) {
    const trouble = splitter.push(piece);
    if (trouble !== null) return { elements, trouble, isOpen: open.length > 0 };
  }
  return { elements, trouble: splitter.end(), isOpen: open.length > 0 };
}

const bytesOf = (text: string) => Buffer.from(text, 'utf8');

/** The same bytes in pieces, cut at these places (taken round and round). */
function cut(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0, i = 0; at < bytes.length; i += 1) {
    const length = lengths[i % lengths.length] ?? 1;
    pieces.push(bytes.subarray(at, at + length));
    at += length;
  }
  return pieces;
}

const lengths = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 });
const space = fc.stringMatching(/^[ \n\r\t]{0,2}$/);
const json = fc.jsonValue({ maxDepth: 4 });
/** Strings in which everything that means something outside of a string occurs. */
const nasty = fc
  .array(fc.constantFrom(...'"\\{}[],: é\u2028\u{1F600}\n', '_data'), { maxLength: 12 })
  .map((all) => all.join(''));

test('any list, cut anywhere, gives the source of each element', () => {
  const others = fc.dictionary(fc.oneof(fc.string(), nasty, fc.constant('data')), fc.oneof(json, nasty), {
    maxKeys: 3,
  });
  fc.assert(
    fc.property(
      fc.array(fc.oneof(json, nasty), { maxLength: 8 }),
      others,
      others,
      space,
      lengths,
      (data, before, after, gap, at) => {
        const pairs = [...Object.entries(before), ['_data', data] as const, ...Object.entries(after)].filter(
          ([key, value]) => key !== '_data' || value === data,
        );
        const sources = data.map((element) => JSON.stringify(element, null, gap));
        const sourceOf = (value: unknown) =>
          value === data ? `[${gap}${sources.join(`${gap},${gap}`)}${gap}]` : JSON.stringify(value, null, gap);
        const members = pairs.map(
          ([key, value]) => `${gap}${JSON.stringify(key)}${gap}:${gap}${sourceOf(value)}${gap}`,
        );
        const text = `${gap}{${members.join(',')}}${gap}`;
        expect(split(cut(bytesOf(text), at))).toStrictEqual({ elements: sources, trouble: null, isOpen: false });
        const parsed: { readonly _data: unknown } = JSON.parse(text);
        expect(sources.map((source): unknown => JSON.parse(source))).toStrictEqual(parsed._data);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('where it is cut makes no difference to anything, list or rubbish, and nothing is ever thrown', () => {
  const rubbish = fc.oneof(
    fc
      .array(
        fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', '_data', '"_data":[', '{"_data":[', '1', 'true', ' '),
        {
          maxLength: 24,
        },
      )
      .map((all) => bytesOf(all.join(''))),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    json.map((value) => bytesOf(JSON.stringify(value))),
  );
  fc.assert(
    fc.property(rubbish, lengths, (bytes, at) => {
      const { isOpen: _, ...whole } = split([bytes]);
      expect(split(cut(bytes, at))).toMatchObject(whole);
      expect(split(cut(bytes, [1]))).toMatchObject(whole);
    }),
    // A byte order mark that comes too late, where a piece begins.
    { numRuns: 5_000, examples: [[bytesOf('\t\uFEFF0'), [1]]] },
  );
});

test('a list that ends too early is never taken for a whole one', () => {
  const text = '{"_meta":{"a":"]}"},"_data":[{"id":"1"},[2],"3",4,null],"_errors":[]}';
  const all = split([bytesOf(text)]).elements;
  expect(all).toStrictEqual(['{"id":"1"}', '[2]', '"3"', '4', 'null']);
  for (let end = 0; end < text.length; end += 1) {
    const { elements, trouble } = split([bytesOf(text.slice(0, end))]);
    expect(trouble).toBe('not-json');
    expect(all.slice(0, elements.length)).toStrictEqual(elements);
  }
});

describe('what is no list', () => {
  test.each<readonly [string, SplitTrouble | null]>([
    ['', 'not-json'],
    ['<!doctype html>', 'not-json'],
    ['[]', 'no-envelope'],
    ['"hello"', 'no-envelope'],
    ['17', 'no-envelope'],
    ['{}', 'no-data'],
    ['{"message":"_data"}', 'no-data'],
    ['{"a":{"_data":[]}}', 'no-data'],
    ['{"_data":{}}', 'not-a-list'],
    ['{"_data":{"users":[]}}', 'not-a-list'],
    ['{"_data":null}', 'not-a-list'],
    ['{"_data":[],"_data":[]}', 'two-lists'],
    ['{"_data":[1,]}', 'not-json'],
    ['{"_data":[,1]}', 'not-json'],
    ['{"_data":[1,,2]}', 'not-json'],
    ['{"_data":[1 2]}', 'not-json'],
    ['{"_data":[{"a":1]]}', 'not-json'],
    ['{"_data":[]]', 'not-json'],
    ['{"_data":[]}}', 'not-json'],
    ['{"_data":[]} x', 'not-json'],
    ['{"_data" [ ]}', 'not-json'],
    ['{"_data":[],}', 'not-json'],
    ['{_data:[]}', 'not-json'],
    ['{"_da\\qta":[]}', 'not-json'],
    [`{"_data":[${'['.repeat(10_001)}`, 'not-json'],
    ['\uFEFF{"_data":[]}', null],
    ['\uFEFF \n{"_data":[]}', null],
    [' \uFEFF{"_data":[]}', 'not-json'],
    ['\uFEFF\uFEFF{"_data":[]}', 'not-json'],
    ['{"\\u005fdat\\u0061":[]}', null],
    [`{"${'_data'.repeat(1000)}":1,"_data":[]}`, null],
  ])('%s', (text, trouble) => {
    expect(split([bytesOf(text)]).trouble).toBe(trouble);
    expect(split(cut(bytesOf(text), [1])).trouble).toBe(trouble);
  });
});

test('time grows linearly, whatever the bytes are', () => {
  // Anything worse would take minutes and run into the time limit of the test.
  for (const piece of ['{"a":1},', '"', '\\', '[', '1,', '"\\\\",', '"a":']) {
    const body = bytesOf(`{"_data":[${piece.repeat(Math.ceil(2_000_000 / piece.length))}`);
    split(cut(body, [65_536]));
  }
  expect(split(cut(bytesOf(`{"a":"${'\\"'.repeat(1_000_000)}","_data":[]}`), [65_536])).trouble).toBeNull();
});

test('an element nested as deeply as its size allows is an element', () => {
  const deep = `${'['.repeat(300_000)}${']'.repeat(300_000)}`;
  const text = `{"_data":[{"id":"a"},{"id":"b","profile":${deep}},{"id":"c"}]}`;
  const { elements, trouble } = split(cut(bytesOf(text), [50_000]));
  expect([elements.length, trouble]).toEqual([3, null]);
});
