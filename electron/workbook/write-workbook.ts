/**
 * Writes a workbook (.xlsx) of one sheet, many rows a part. Texts are written into their cells, as text in the format of text: no formula is
 * made of them, and zeros and digits stay. Moments are dates that a spreadsheet calculates with, in UTC.
 */
import { firstUnits } from '../../contract/bounded-text.ts';
import { dayMs } from '../../contract/day.ts';
import { createZipWriter } from '../archive/zip-writer.ts';
import { escaped } from '../svg/xml-text.ts';
import { withoutUnits } from './escaped-units.ts';

/** `moment`: milliseconds since 1970; it is shown to the second. Null: the cell is empty. */
export type WrittenCell = string | { readonly moment: number } | { readonly number: number } | null;

export type WorkbookWriter = {
  /** The next rows, as bytes of the file. */
  readonly rows: (rows: readonly (readonly WrittenCell[])[]) => Uint8Array;
  /** The last bytes. */
  readonly end: () => Uint8Array;
};

/** What a cell can hold: Excel takes a file with more in one for damaged. */
export const longestCell = 32_767;
/** From the days that spreadsheets count to 1970. Before 1 March 1900 they count a day that never was. */
const daysTo1970 = 25_569;
const firstMoment = Date.UTC(1900, 2, 1);
const endOfMoments = Date.UTC(10_000, 0, 1);

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Styles by their number: 0 as it comes, 1 text, 2 a moment, 3 a heading. */
const styled = { text: 1, moment: 2, heading: 3 } as const;

const parts: readonly (readonly [name: string, content: string])[] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  ],
];
const sheetHead = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
const sheetFoot = '</sheetData></worksheet>';

/** `hasHeadings`: the first row is one. */
export function createWorkbookWriter(
  sheet: string,
  { hasHeadings }: { readonly hasHeadings: boolean },
): WorkbookWriter {
  const zip = createZipWriter();
  let row = 0;
  const begin = (): Uint8Array[] => [
    ...[...parts, ['xl/workbook.xml', workbookOf(sheet)] as const].map(([name, content]) =>
      zip.stored(name, Buffer.from(declaration + content)),
    ),
    zip.begin('xl/worksheets/sheet1.xml'),
    zip.part(Buffer.from(hasHeadings ? sheetHead : sheetHead.replace(/<pane [^>]*>/, ''))),
  ];
  return {
    rows: (rows) => {
      const before = row === 0 ? begin() : [];
      const written = rows.map((cells) => {
        row += 1;
        return rowOf(row, cells, row === 1 && hasHeadings);
      });
      return Buffer.concat([...before, zip.part(Buffer.from(written.join('')))]);
    },
    end: () => {
      const before = row === 0 ? begin() : [];
      return Buffer.concat([...before, zip.part(Buffer.from(sheetFoot)), zip.finish(), ...zip.end()]);
    },
  };
}

const longestSheetName = 31;

/** Excel takes a file for damaged whose sheet has one of these signs in its name, an apostrophe at an end of it, or no name, or is its own "History". */
function sheetName(asked: string): string {
  const allowed = asked.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/^[\s']+/, '');
  const name = firstUnits(allowed, longestSheetName)
    .replace(/[\s']+$/, '')
    .toWellFormed();
  return name === '' || /^history$/i.test(name) ? 'List' : name;
}

function workbookOf(sheet: string): string {
  const name = sheetName(sheet);
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(withoutUnits(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

function rowOf(row: number, cells: readonly WrittenCell[], isHeading: boolean): string {
  let written = '';
  for (let nth = 0; nth < cells.length; nth += 1) {
    const cell = cells[nth];
    if (cell === null || cell === undefined || cell === '') continue;
    written += cellOf(`${columnName(nth)}${row}`, cell, isHeading);
  }
  return `<row r="${row}">${written}</row>`;
}

function cellOf(place: string, cell: NonNullable<WrittenCell>, isHeading: boolean): string {
  if (typeof cell === 'string') {
    const text = escaped(withoutUnits(shortened(cell)));
    return `<c r="${place}" s="${isHeading ? styled.heading : styled.text}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  }
  if ('number' in cell) return `<c r="${place}"><v>${cell.number}</v></c>`;
  const { moment } = cell;
  // Sheets have no days before and after these.
  if (!(moment >= firstMoment && moment < endOfMoments)) return cellOf(place, isoOf(moment), isHeading);
  return `<c r="${place}" s="${styled.moment}"><v>${moment / dayMs + daysTo1970}</v></c>`;
}

function isoOf(moment: number): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? String(moment) : date.toISOString();
}

/** With a sign at its end that says so. */
function shortened(text: string): string {
  return text.length <= longestCell ? text : `${firstUnits(text, longestCell - 1)}…`;
}

/** `A`, `Z`, `AA`. `nth`: from 0. */
function columnName(nth: number): string {
  const letter = String.fromCharCode(65 + (nth % 26));
  return nth < 26 ? letter : columnName(Math.floor(nth / 26) - 1) + letter;
}
