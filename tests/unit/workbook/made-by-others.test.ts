/** Workbooks that other programs made, where they are installed: each cell reads as it does there. */
import { describe, expect, it } from 'vitest';
import { readCells } from './made-workbooks.ts';
import { whyNoLibreOffice, workbookByLibreOffice } from './office.ts';
import { whyNoOpenpyxl, workbookByOpenpyxl } from './openpyxl.ts';

describe('openpyxl', () => {
  it('made a workbook with texts, numbers in places, dates, truth values, a formula and merged cells', async ({
    skip,
  }) => {
    skip(whyNoOpenpyxl !== null, whyNoOpenpyxl ?? '');
    const bytes = await workbookByOpenpyxl(`
import datetime
sheet.append(['Id', 'Number', 'Since', 'Active', 'Given'])
sheet.append(['007', 123, datetime.date(2024, 3, 1), True, '=1+1'])
sheet['B2'].number_format = '00000'
sheet.append(['<&> 🙂', 123456789012345, datetime.datetime(2024, 3, 1, 13, 5, 9), False, None])
sheet.merge_cells('A4:C4')
sheet['A4'] = 'merged'
sheet['E4'] = 0.1
`);
    expect(await readCells(bytes)).toEqual([
      ['Id', 'Number', 'Since', 'Active', 'Given'],
      // It calculates nothing: the formula has no value yet.
      ['007', '00123', '2024-03-01', 'TRUE'],
      ['<&> 🙂', '123456789012345', '2024-03-01T13:05:09', 'FALSE'],
      ['merged', '', '', '', '0.1'],
    ]);
  });
});

describe('LibreOffice', () => {
  it('made a workbook of a CSV file, with formulas that it calculated', async ({ skip }) => {
    skip(whyNoLibreOffice !== null, whyNoLibreOffice ?? '');
    const bytes = await workbookByLibreOffice('Id,Sum,When\n"007",=1+1,2024-03-01\n"u-1; <&>",12.5,TRUE\n');
    expect(await readCells(bytes)).toEqual([
      ['Id', 'Sum', 'When'],
      ['007', '2', '2024-03-01'],
      ['u-1; <&>', '12.5', 'TRUE'],
    ]);
  });
});
