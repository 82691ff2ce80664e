/**
 * `webContents.printToPDF` and `print`, both by Chromium's own PDF. There is no print dialog: what would have been printed, on A4,
 * is kept for a test to read.
 */
import type { PrintToPDFOptions, WebContentsPrintOptions } from 'electron';
import type { CdpSession } from './cdp.ts';
import type { CdpCommands } from './cdp-messages.ts';
import { notImplemented } from './not-implemented.ts';

type Printer = Pick<CdpSession, 'send'>;
type Params = CdpCommands['Page.printToPDF']['params'];

export type Printed = { readonly options: WebContentsPrintOptions; readonly pdf: Buffer };

/** What each window was to print, in order. */
const printed: Printed[] = [];
Object.defineProperty(globalThis, Symbol.for('devhost.printed'), { value: printed });

/** In inches. */
const papers = {
  A4: { width: 8.27, height: 11.7 },
  Letter: { width: 8.5, height: 11 },
} as const;

const known = {
  pdf: new Set<string>(['landscape', 'margins', 'pageSize', 'printBackground'] satisfies (keyof PrintToPDFOptions)[]),
  print: new Set<string>(['landscape', 'printBackground'] satisfies (keyof WebContentsPrintOptions)[]),
};

export async function printToPdf(cdp: Printer, options: PrintToPDFOptions): Promise<Buffer> {
  refuseOthers('printToPDF', options, known.pdf);
  const { landscape = false, margins = {}, pageSize = 'Letter', printBackground = false } = options;
  const paper = pageSize === 'A4' || pageSize === 'Letter' ? papers[pageSize] : pageSize;
  if (typeof paper === 'string') return notImplemented(`printToPDF on ${paper}`);
  return pdfOf(cdp, {
    landscape,
    printBackground,
    paperWidth: paper.width,
    paperHeight: paper.height,
    ...marginsOf(margins),
  });
}

export type PrintCallback = (success: boolean, failureReason: string) => void;

/** Gives what prints a page, which calls back as where a person presses "Print". */
export function printJob(options: WebContentsPrintOptions): (cdp: Printer, callback: PrintCallback) => Promise<void> {
  refuseOthers('print', options, known.print);
  const { landscape = false, printBackground = false } = options;
  const params = { landscape, printBackground, paperWidth: papers.A4.width, paperHeight: papers.A4.height };
  return async (cdp, callback) => {
    const pdf = await pdfOf(cdp, params).catch(() => null);
    if (pdf === null) return callback(false, 'Print job failed');
    printed.push({ options, pdf });
    callback(true, '');
  };
}

async function pdfOf(cdp: Printer, params: Params): Promise<Buffer> {
  const { data } = await cdp.send('Page.printToPDF', params);
  return Buffer.from(data, 'base64');
}

function marginsOf({ top, bottom, left, right }: NonNullable<PrintToPDFOptions['margins']>): Params {
  return {
    ...(top !== undefined && { marginTop: top }),
    ...(bottom !== undefined && { marginBottom: bottom }),
    ...(left !== undefined && { marginLeft: left }),
    ...(right !== undefined && { marginRight: right }),
  };
}

function refuseOthers(method: string, options: object, understood: ReadonlySet<string>): void {
  for (const name of Object.keys(options)) if (!understood.has(name)) notImplemented(`the option ${name} of ${method}`);
}
