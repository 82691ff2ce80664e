/** Printing in the development host: what Chromium is told, and that nothing is left out silently. */
import type { PrintToPDFOptions } from 'electron';
import { beforeEach, expect, test } from 'vitest';
import { type Printed, printJob, printToPdf } from '../../../devhost/printing.ts';

let told: unknown[];
let answer: () => Promise<object>;
beforeEach(() => {
  told = [];
  answer = async () => ({ data: Buffer.from('%PDF').toString('base64') });
});
const cdp = {
  send: (method: string, params: object) => {
    told.push([method, params]);
    return answer() as never;
  },
};
const printed = () => (globalThis as unknown as Record<symbol, Printed[]>)[Symbol.for('devhost.printed')] ?? [];

test('a PDF has the page and the margins that were asked for', async () => {
  const options = { pageSize: { width: 190, height: 12.5 }, margins: { top: 0, left: 0 }, printBackground: true };
  expect((await printToPdf(cdp, options)).toString()).toBe('%PDF');
  const paper = { paperWidth: 190, paperHeight: 12.5, marginTop: 0, marginLeft: 0 };
  expect(told).toEqual([['Page.printToPDF', { landscape: false, printBackground: true, ...paper }]]);
});

test.each([
  [{ pageSize: 'A6' }, 'printToPDF on A6'],
  [{ scale: 2 }, 'the option scale of printToPDF'],
  [{ generateTaggedPDF: true }, 'the option generateTaggedPDF of printToPDF'],
] as [PrintToPDFOptions, string][])('a PDF of %o is refused by name', async (options, name) => {
  await expect(printToPdf(cdp, options)).rejects.toThrow(`devhost: ${name} is not implemented`);
  expect(told).toEqual([]);
});

test('what would be printed is kept for a test, and called a success', async () => {
  const said: unknown[] = [];
  await printJob({ landscape: true })(cdp, (...answered) => said.push(answered));
  expect(said).toEqual([[true, '']]);
  expect(printed().map(({ options, pdf }) => [options, pdf.toString()])).toEqual([[{ landscape: true }, '%PDF']]);
  answer = () => Promise.reject(new Error('the page has gone'));
  await printJob({})(cdp, (...answered) => said.push(answered));
  expect(said.at(-1)).toEqual([false, 'Print job failed']);
  expect(printed()).toHaveLength(1);
});

test('an option of print that is not understood throws at once', () => {
  expect(() => printJob({ silent: true })).toThrow('devhost: the option silent of print is not implemented');
});
