/** A PDF as a reader of PDFs has it: its pages in points, 72 an inch, and the text on all of them. */
import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';

export type ReadPdf = {
  readonly title: unknown;
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  /** Of all pages, one after the other: what the drawn signs stand for. */
  readonly text: string;
  /** Texts that the file itself gives for signs that stand for several letters (PDF 32000, 14.9.4), which the reader does not use. */
  readonly actualText: string;
};

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  const { info } = await document.getMetadata();
  const pages: { width: number; height: number }[] = [];
  let text = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    pages.push({ width: right - left, height: top - bottom });
    for (const item of (await page.getTextContent()).items) if ('str' in item) text += item.str;
  }
  await document.loadingTask.destroy();
  return { title: (info as { Title?: unknown }).Title, pages, text, actualText: actualTextIn(Buffer.from(bytes)) };
}

function actualTextIn(bytes: Buffer): string {
  const parts: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('endstream', at);
    const content = inflated(bytes.subarray(at + 7, end));
    for (const [, hex = ''] of content.matchAll(/\/ActualText\s*<FEFF([0-9A-F]*)>/gi))
      parts.push(Buffer.from(hex, 'hex').swap16().toString('utf16le'));
    at = Math.max(at, end);
  }
  return parts.join('\n');
}

/** '' for what is no text that was deflated, such as a font's own table. */
function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}
