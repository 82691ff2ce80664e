/** How much is done for a pasted text of very many short parts. Steps are counted, since times differ between computers. */
import { expect, test } from 'vitest';
import { couldBeId } from '../../../electron/pasted/could-be-id.ts';
import { idItems } from '../../../electron/pasted/id-items.ts';
import { readLines } from '../../../electron/pasted/read-lines.ts';
import { linesOf, longestLine } from '../../../electron/pasted/separators.ts';
import { nobodys } from '../../../electron/pasted/whose.ts';

const a = '9763caa1-cef3-497f-b3b2-f551456b2831';

/** Reads a text as a list of whatever may be an id, and counts how often a part is looked at: `closely` as an item by itself. */
function counted(text: string, most?: number) {
  const items = idItems(nobodys, couldBeId);
  let steps = 0;
  let closely = 0;
  const item = (part: string) => {
    steps += 1;
    closely += 1;
    return items.item(part);
  };
  const within = (part: string) => {
    steps += 1;
    return items.within(part);
  };
  const how = { isSure: false, isPlain: false, ...(most === undefined ? {} : { most }) };
  const { items: found, odd } = readLines(text, { ...items, item, within }, how);
  return { found, odd, steps, closely };
}

test.each(['1;2,3\t', '1,', 'a1\t', '1\n', 'x\n', '1 2\n', '1;2,3\n', '1\t2\n', '"1",', '-1 ', 'a 1,', '1 2 '])(
  'of a million letters of %j each different part is looked at once',
  (piece) => {
    expect(counted(piece.repeat(Math.ceil(1_000_000 / piece.length))).steps).toBeLessThan(1000);
  },
);

test('a line is cut where it is long, so that its parts are not held all at once', () => {
  const text = `${'1;2,3\t'.repeat(100_000)}\n${'x'.repeat(2 * longestLine)} y\nlast`;
  const lines = [...linesOf(text)];
  expect(lines.map(({ line }) => line.trim()).join('\n').length).toBeGreaterThan(0);
  expect(lines.filter(({ line }) => line.length > longestLine + 6).map(({ number }) => number)).toEqual([2]);
  expect(
    lines
      .filter(({ number }) => number === 1)
      .map(({ line }) => line)
      .join(''),
  ).toBe('1;2,3\t'.repeat(100_000));
  expect(lines.at(-1)).toEqual({ line: 'last', number: 3 });
});

test('the ids of one line of a megabyte are found, all of them', () => {
  const ids = Array.from({ length: 30_000 }, (_, nth) => a.replace(/^.{8}/, String(10_000_000 + nth)));
  expect(counted(ids.join(', ')).found).toEqual(ids);
  expect(counted(ids.join(' ')).found).toEqual(ids);
});

test('beyond the bound what surely is an id is found, and every other line is named as odd', () => {
  const different = Array.from({ length: 5000 }, (_, nth) => `item number${nth}`);
  const { found, odd, closely } = counted(['a1', ...different, `see ${a}`].join('\n'), 1000);
  expect(closely).toBeLessThan(1100);
  expect(found).toContain(a);
  expect(odd.count).toBeGreaterThan(4000);
});
