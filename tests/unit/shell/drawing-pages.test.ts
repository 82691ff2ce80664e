/** The pages that hold a drawing while it is printed. */
import { expect, it } from 'vitest';
import { createDrawingPages } from '../../../electron/shell/drawing-pages.ts';
import { everyElement, readXml } from '../organisation/xml.ts';

const pages = createDrawingPages();
const ask = (url: string) => pages.answer(new Request(url));
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>Ana</text></svg>';
const shown = (title = 'Ana') => pages.show({ title, svg: [head, svg.slice(0, 20), svg.slice(20)], margin: '10mm' });

it('serve a drawing as long as it is shown, and nothing else', async () => {
  const { url, end } = shown();
  const page = ask(url);
  expect(page.headers.get('content-type')).toBe('application/xhtml+xml; charset=utf-8');
  const text = await page.text();
  expect(text).toContain(`<body>${svg}</body>`);
  expect(text).toContain('@page { margin: 10mm; }');
  for (const other of [`${url}/`, `${url}0`, 'app://bundle/index.html', 'app://drawing/', 'app://drawing/99'])
    expect(ask(other).status, other).toBe(404);
  const another = shown();
  expect(another.url).not.toBe(url);
  end();
  expect(ask(url).status).toBe(404);
  expect(ask(another.url).status).toBe(200);
});

it('allow one style and nothing else, and are well formed whatever the title is', async () => {
  const title = '</title><script>alert(1)</script>&\u0000';
  const page = ask(shown(title).url);
  const text = await page.text();
  expect(text).not.toContain('<script');
  expect(everyElement(readXml(text), 'title').map((one) => one.text)).toEqual(['</title><script>alert(1)</script>&']);
  const nonce = /<style nonce="([^"]+)">/.exec(text)?.[1];
  expect(page.headers.get('content-security-policy')?.split('; ')).toEqual([
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
  expect(ask(shown().url).headers.get('content-security-policy')).not.toContain(nonce);
});
