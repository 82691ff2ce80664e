/** Workbooks made by hand, part by part, as spreadsheet programs write them and as nobody does. */
import { createZipWriter } from '../../../electron/archive/zip-writer.ts';
import { readWorkbook, type WorkbookNeeds, type WorkbookRead } from '../../../electron/workbook/read-workbook.ts';
import { unwrap } from '../sync/synced.ts';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (entries: string) => `<Relationships xmlns="x">${entries}</Relationships>`;

/** Packed, as programs write them. */
export function packed(parts: Parts): Buffer {
  const zip = createZipWriter();
  const written = Object.entries(parts).map(([name, content]) =>
    Buffer.concat([
      zip.begin(name),
      zip.part(typeof content === 'string' ? Buffer.from(content) : content),
      zip.finish(),
    ]),
  );
  return Buffer.concat([...written, ...zip.end()]);
}

export const sheetOf = (rows: string): string =>
  `<?xml version="1.0"?><worksheet><dimension ref="A1"/><sheetData>${rows}</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>`;

export type Made = {
  /** The content of `sheetData` of each sheet, by its name. */
  readonly sheets?: Readonly<Record<string, string>>;
  readonly hidden?: readonly string[];
  readonly strings?: string;
  /** Codes of formats; style 1 has the first of them. */
  readonly formats?: readonly string[];
  readonly is1904?: boolean;
};

export function partsOf({ sheets = {}, hidden = [], strings = '', formats = [], is1904 = false }: Made): Parts {
  const names = Object.keys(sheets);
  const numbered = names.map((name, nth) => ({ name, id: `rId${nth + 10}`, file: `sheet${nth + 1}.xml` }));
  return {
    '_rels/.rels': relations(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/_rels/workbook.xml.rels': relations(
      [
        `<Relationship Id="rId1" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`,
        `<Relationship Id="rId2" Type="${office}/styles" Target="/xl/styles.xml"/>`,
        ...numbered.map(
          ({ id, file }) => `<Relationship Id="${id}" Type="${office}/worksheet" Target="worksheets/${file}"/>`,
        ),
      ].join(''),
    ),
    'xl/workbook.xml': `<workbook xmlns:r="${office}"><workbookPr date1904="${is1904}"/><sheets>${numbered
      .map(
        ({ name, id }, nth) =>
          `<sheet name="${name}" sheetId="${nth + 1}" r:id="${id}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map((code, nth) => `<numFmt numFmtId="${164 + nth}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_, nth) => `<xf numFmtId="${164 + nth}"/>`)
      .join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(numbered.map(({ name, file }) => [`xl/worksheets/${file}`, sheetOf(sheets[name] ?? '')])),
  };
}

export const workbookOf = (made: Made): Buffer => packed(partsOf(made));

const needs: WorkbookNeeds = {
  mostRows: 100_001,
  mostUnits: 20_000_000,
  progress: () => undefined,
  isGivenUp: () => false,
};

export const read = (bytes: Uint8Array, changed: Partial<WorkbookNeeds> = {}) =>
  readWorkbook(bytes, { ...needs, ...changed });

export async function readCells(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const { rows }: WorkbookRead = unwrap(await read(bytes));
  return rows.map(({ cells }) => cells);
}
