/** A list that is begun while another is still read: each keeps to itself. */
import { expect, it } from 'vitest';
import { createListReading, type ListGiven, type ListReadingNeeds } from '../../../electron/check/list-reading.ts';
import { unwrap } from '../sync/synced.ts';
import { workbookOf } from '../workbook/made-workbooks.ts';
import { ours } from './lists.ts';

const tables = {
  handles: { ownersOf: () => [] },
  ids: { find: () => null },
} as unknown as ListReadingNeeds['tables'];

const workbook = workbookOf({ sheets: { One: '<row><c t="str"><v>u-10001</v></c></row>'.repeat(2000) } });
const table = `id,name\n${'u-10001,Ana\n'.repeat(2000)}`;
const longer: readonly (readonly [string, ListGiven])[] = [
  ['a table', { text: table }],
  ['a file that is a table', { bytes: Uint8Array.from(Buffer.from(table)), name: 'list.csv' }],
  ['a workbook', { bytes: Uint8Array.from(workbook), name: 'list.xlsx' }],
];

it.each(longer)('is read whole where the other is %s, and nothing of that comes with it', async (_, given) => {
  const reading = createListReading({ tables, whose: () => ours });
  const before = reading.begin(given);
  await Promise.all([before, reading.begin({ text: 'u-10002\n' })]);
  const more = unwrap(await reading.more());
  expect(JSON.parse(more?.rows ?? 'null')).toEqual([[1, 0, 'u-10002']]);
  expect(more?.shape).toMatchObject({ rows: 1, table: null });
});

it.each(longer)('leaves nothing of %s that was given up', async (_, given) => {
  const reading = createListReading({ tables, whose: () => ours });
  const begun = reading.begin(given);
  reading.giveUp();
  await begun;
  expect(unwrap(await reading.more())).toBeNull();
});
