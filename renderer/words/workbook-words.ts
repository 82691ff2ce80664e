/** What is wrong with a workbook, in words. */
import type { WorkbookTrouble } from '../../contract/failures.ts';

type Words = { readonly title: string; readonly detail: string };

export const workbookTrouble: { readonly [T in WorkbookTrouble]: Words } = {
  'old-format': {
    title: 'This is a workbook in the old .xls format',
    detail: 'Open it in a spreadsheet program and save it as .xlsx or .csv, then check that file.',
  },
  encrypted: {
    title: 'This workbook has a password',
    detail: 'Rolodesk cannot open it. Save it without a password, or copy the cells and paste them here.',
  },
  damaged: {
    title: 'This workbook is damaged',
    detail:
      'Part of it is missing or is not what it should be, so nothing of it was taken. Open it in a spreadsheet program, let that repair it, and save it again.',
  },
  'not-a-workbook': {
    title: 'This is no .xlsx workbook',
    detail:
      'The file is called a workbook, or packed like one, and is of another kind. Save it as .xlsx or .csv, then check that file.',
  },
  'too-many-columns': {
    title: 'There are more columns than a workbook holds',
    detail: 'A sheet has 16,384 columns, and the answers need some behind those of the list. Save it as CSV.',
  },
  'too-large-inside': {
    title: 'There is too much in this workbook',
    detail:
      'Unpacked, it would be far larger than a list that can be checked, so it was not unpacked. Save the sheet with the list as .csv, then check that file.',
  },
};
