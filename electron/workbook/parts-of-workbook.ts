/** Where in its archive a workbook's parts stand: what is related to what is said in parts of its own (ECMA-376, part 2). */
import { posix } from 'node:path';
import { withUnits } from './escaped-units.ts';
import type { PackedPart, PackedParts } from './packed-parts.ts';
import { Unreadable } from './unreadable.ts';
import { readXml } from './xml.ts';

export type SheetPart = { readonly name: string; readonly isHidden: boolean; readonly part: PackedPart };

export type WorkbookParts = {
  /** In the order of their tabs. Charts and macros of the old kind are no sheets. */
  readonly sheets: readonly SheetPart[];
  readonly strings: PackedPart | null;
  readonly styles: PackedPart | null;
  /** Days are counted from 1904. */
  readonly is1904: boolean;
};

type Related = { readonly id: string; readonly type: string; readonly path: string };

/** Excel has no bound, and makes a sheet of each of them when it opens one. */
const mostSheets = 2000;
const usualPlace = 'xl/workbook.xml';

export async function findParts(parts: PackedParts): Promise<WorkbookParts> {
  const root = await relationsOf(parts, '');
  const place = root.find(({ type }) => type === 'officeDocument')?.path ?? usualPlace;
  const workbook = parts.find(place);
  if (workbook === null || !place.endsWith('.xml')) throw new Unreadable('not-a-workbook');
  const related = await relationsOf(parts, place);
  const byType = (wanted: string): PackedPart | null => {
    const found = related.find(({ type }) => type === wanted);
    return found === undefined ? null : parts.find(found.path);
  };
  const paths = new Map(related.filter(({ type }) => type === 'worksheet').map(({ id, path }) => [id, path]));
  const sheets: SheetPart[] = [];
  let is1904 = false;
  let isWorkbook = false;
  await readXml(workbook, {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes().date1904 ?? '');
      if (name !== 'sheet') return;
      const { name: called = '', id = '', state } = attributes();
      const part = parts.find(paths.get(id) ?? '');
      if (part === null) return;
      sheets.push({ name: withUnits(called), isHidden: state !== undefined && state !== 'visible', part });
      if (sheets.length > mostSheets) throw new Unreadable('too-large-inside');
    },
  });
  if (!isWorkbook) throw new Unreadable('not-a-workbook');
  return { sheets, strings: byType('sharedStrings'), styles: byType('styles'), is1904 };
}

/** What a part, or the archive as a whole, is related to within the archive. */
async function relationsOf(parts: PackedParts, place: string): Promise<readonly Related[]> {
  const folder = posix.dirname(place);
  const part = parts.find(posix.join(folder, '_rels', `${posix.basename(place)}.rels`));
  if (part === null) return [];
  const related: Related[] = [];
  await readXml(part, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes();
      if (mode === 'External') return;
      const path = posix.join('/', target.startsWith('/') ? target : posix.join(folder, target)).slice(1);
      // Two editions of the standard have addresses of their own, which end alike.
      related.push({ id, type: type.slice(type.lastIndexOf('/') + 1), path });
    },
  });
  return related;
}
