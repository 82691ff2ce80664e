import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indentJson } from '../../../renderer/person/indent-json.ts';

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
});
