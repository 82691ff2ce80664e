/** What is nested too deep costs its own field, and nothing else of a record. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsTooDeep, mostLevels, TooDeep } from '../../../electron/reading/nesting.ts';
import { readErrors } from '../../../electron/reading/read-errors.ts';
import { readUser } from '../../../electron/reading/read-user.ts';
import { parseWrittenJson, WrittenNumber } from '../../../electron/reading/written-json.ts';
import { idOf } from '../storage/stored.ts';

const lists = (levels: number, inside = '') => '['.repeat(levels) + inside + ']'.repeat(levels);
const records = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

const userOf = (fields: string, more = '') => {
  const read = readUser(parseWrittenJson(`{"_data":{"id":"ann","displayName":"Ann",${fields}}${more}}`), idOf('ann'));
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
};

describe('nesting', () => {
  it('is kept down to the last level, and cut below it', () => {
    expect(holdsTooDeep(parseWrittenJson(lists(mostLevels)))).toBe(false);
    expect(holdsTooDeep(parseWrittenJson(lists(mostLevels + 1)))).toBe(true);
    expect(JSON.stringify(parseWrittenJson(lists(mostLevels + 1)))).toBe(
      lists(mostLevels, '"…"').replace('["…"]', '["…"]'),
    );
  });

  it.each([
    ['lists', lists(100_000)],
    ['records', records(100_000)],
    ['lists with brackets and quotation marks in their texts', lists(6000, '"\\"]\\\\","[{\\\\\\""')],
  ])('of %s costs the field it is in, which is named', (_what, deep) => {
    const user = userOf(
      `"username":"ann.lee","profile":${deep},"bio":${deep},"emails":[{"email":"a@x.org","extra":${deep}}],"reportees":["b"]`,
    );
    expect(user).toMatchObject({ name: 'Ann', username: 'ann.lee', bio: null, reports: ['b'] });
    expect(user.emails).toMatchObject([{ address: 'a@x.org' }]);
    // What is no text is named as that alone.
    expect(user.unread.map(({ field }) => field).filter((field) => !field.startsWith('is'))).toEqual([
      'bio',
      'profile',
      'emails',
    ]);
    expect(user.unread.filter(({ expected }) => expected.includes('200 levels'))).toHaveLength(2);
  });

  it('costs a part of a list or record no other part', () => {
    const deep = lists(500);
    expect(parseWrittenJson(`{"a":${deep},"b":[1,${deep},2],"c":"]"}`)).toMatchObject({
      b: [1, expect.anything(), 2],
      c: ']',
    });
    const several = parseWrittenJson(`[${deep},"x",${records(500)},12345678901234567890]`) as unknown[];
    expect(several).toHaveLength(4);
    expect(several[1]).toBe('x');
    expect(several[3]).toEqual(new WrittenNumber('12345678901234567890'));
  });

  it('of the whole reply leaves nobody, of its errors a sentence', () => {
    expect(readUser(parseWrittenJson(lists(6000)), idOf('ann'))).toMatchObject({ failure: { where: 'envelope' } });
    const user = userOf('"bio":"x"', `,"_errors":[{"message":"late"},${lists(6000)}]`);
    expect(user.serverErrors[0]).toBe('late');
    expect(readErrors(new TooDeep())).toEqual(['…']);
  });

  it('is cut in JSON alone', () => {
    for (const text of [lists(300).slice(1), `${lists(300)}]`, lists(300, '"x'), lists(300, 'nul'), lists(300, '}{')]) {
      expect(() => parseWrittenJson(text)).toThrow(SyntaxError);
    }
  });

  it('changes nothing in what is less deep, however many brackets it has', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (json) => {
        const text = `[${json},${'[{}],'.repeat(150)}${JSON.stringify(lists(300))}]`;
        const plain: unknown = JSON.parse(text);
        expect(JSON.stringify(parseWrittenJson(text), (_, it) => (it instanceof WrittenNumber ? it.value : it))).toBe(
          JSON.stringify(plain),
        );
      }),
    );
  });
});
