import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indentJson, indentSteps } from '../../../renderer/person/indent-json.ts';

describe('JSON indented for reading', () => {
  test('is laid out as people expect', () => {
    expect(indentJson('{"a":[1,{"b":null}],"c":{}, "d" : [ ]}')).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ],\n  "c": {},\n  "d": []\n}',
    );
  });

  test('keeps what parsing would lose: digits, duplicate keys, escapes', () => {
    const text = '{"n":12345678901234567890.10,"k":1,"k":2,"e":"\\u00e9\\"{[,:"}';
    expect(indentJson(text).replace(/\n */g, '').replaceAll(': ', ':')).toBe(text);
  });

  test('is what JSON.stringify gives for any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  test('any text at all comes back with only its white space changed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', ' ', 'a', '1') }),
        (text) => {
          const bare = (one: string) => one.replace(/\s/g, '');
          expect(bare(indentJson(text))).toBe(bare(text));
        },
      ),
    );
  });

  test('is no further to the right than can be read, and as it came where its spaces would be most of it', () => {
    const deep = `${'['.repeat(60)}1${']'.repeat(60)}`;
    const lines = indentJson(deep).split('\n');
    expect(lines).toHaveLength(121);
    expect(Math.max(...lines.map((line) => line.length))).toBe(81);
    const deeper = '['.repeat(20_000) + ']'.repeat(20_000);
    expect(indentJson(deeper)).toBe(deeper);
  });

  test('in steps is the same, each after so much of the text', () => {
    const text = JSON.stringify(Array.from({ length: 500 }, (_, nth) => ({ nth, said: 'x'.repeat(nth % 7) })));
    const steps = indentSteps(text, 1000);
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count += 1;
    expect(step.value).toBe(indentJson(text));
    expect(count).toBe(Math.floor(text.length / 1000));
  });
});
