/**
 * The pages that hold a drawing while it is printed. They are served from memory: a drawing of somebody's directory never stands in a
 * file that nobody asked for.
 */
import { escaped, seenText } from '../svg/xml-text.ts';
import { createNonce, drawingHeaders } from './content-security.ts';
import { pageScheme } from './page-files.ts';

const origin = `${pageScheme}://drawing`;

export type DrawingPage = {
  readonly title: string;
  /** The parts of one SVG. */
  readonly svg: readonly string[];
  /** As CSS has it: left free on each side of the paper. */
  readonly margin: string;
};

export type DrawingPages = {
  readonly answer: (request: Request) => Response;
  /** Gives the page an address until `end` is called. */
  readonly show: (page: DrawingPage) => { readonly url: string; readonly end: () => void };
};

export function createDrawingPages(): DrawingPages {
  const pages = new Map<string, DrawingPage>();
  let last = 0;
  return {
    answer: ({ url }) => {
      const page = pages.get(url);
      const nonce = createNonce();
      const headers = drawingHeaders(nonce);
      if (page === undefined) return new Response('Not found', { status: 404, headers });
      const type = 'application/xhtml+xml; charset=utf-8';
      return new Response(written(page, nonce), { headers: { 'Content-Type': type, ...headers } });
    },
    show: (page) => {
      last += 1;
      const url = `${origin}/${last}`;
      pages.set(url, page);
      return { url, end: () => pages.delete(url) };
    },
  };
}

/**
 * The drawing as large as the paper lets it be. It is part of the page, and no image in it: of an image Chromium writes letters
 * into a PDF that are drawn as one sign, as those of Devanagari and Arabic are, without the text they stand for.
 */
function written({ title, svg, margin }: DrawingPage, nonce: string): string {
  return `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>${escaped(seenText(title))}</title>
<style nonce="${nonce}">
@page { margin: ${margin}; }
html, body { height: 100%; margin: 0; overflow: hidden; }
body > svg { display: block; width: 100%; height: 100%; }
</style></head><body>${svg.join('').replace(/^<\?xml[^>]*>\s*/, '')}</body></html>
`;
}
