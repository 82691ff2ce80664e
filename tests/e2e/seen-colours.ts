/** Colours as the browser computed them, and the contrast between them as WCAG 2.2 defines it. */
import type { Locator, Page } from '@playwright/test';

/** Red, green, blue and alpha, each from 0 to 255. */
type Colour = readonly [number, number, number, number];

/** Something drawn beside or upon something else. */
type Seen = {
  /** What it is, in words. */
  readonly what: string;
  readonly colour: Colour;
  /** What it stands on, from the nearest ground to the farthest, which is opaque. */
  readonly on: readonly Colour[];
};

/** What of these stands out less than 3 to 1, which WCAG 1.4.11 asks of what has to be seen to be used. */
export const faint = (seen: readonly Seen[]): string[] =>
  seen
    .map(({ what, colour, on }) => ({ what, ratio: contrast(flat([colour, ...on]), flat(on)) }))
    .filter(({ ratio }) => ratio < 3)
    .map(({ what, ratio }) => `${what}: ${ratio.toFixed(2)}`);

/** From 1 (the same) to 21 (black on white). */
function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Layers as one opaque colour; the first lies on top. */
function flat(layers: readonly Colour[]): Colour {
  return layers.reduceRight<Colour>(
    (below, above) => {
      const mix = (at: 0 | 1 | 2) => (above[at] * above[3] + below[at] * (255 - above[3])) / 255;
      return [mix(0), mix(1), mix(2), 255];
    },
    [255, 255, 255, 255],
  );
}

/**
 * What is drawn of each element that a locator finds and that is shown.
 * `part`: its border; its ground upon what is around it; its text; or its focus ring, wherever that is drawn.
 */
export function seenOf(of: Locator, part: 'border' | 'ground' | 'text' | 'ring'): Promise<Seen[]> {
  return of.evaluateAll((elements, wanted) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (canvas === null) throw new Error('the page has no canvas');
    const read = (css: string): Colour => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data] as unknown as Colour;
    };
    const groundsOf = (from: Element | null): Colour[] => {
      const grounds: Colour[] = [];
      for (let one = from; one !== null; one = one.parentElement) {
        grounds.push(read(getComputedStyle(one).backgroundColor));
        if (grounds.at(-1)?.[3] === 255) return grounds;
      }
      return [...grounds, read('Canvas')];
    };
    /** The element, or one of the two around it, which may draw for it. */
    const drawing = (element: Element, draws: (style: CSSStyleDeclaration) => boolean): Element =>
      [element, element.parentElement, element.parentElement?.parentElement].find(
        (one): one is Element => one instanceof Element && draws(getComputedStyle(one)),
      ) ?? element;
    return elements
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1)
      .map((element) => {
        const label = element.getAttribute('aria-label') ?? element.textContent?.trim();
        const what = `${wanted} of ${label || element.getAttribute('name') || element.className}`;
        if (wanted === 'text') return { what, colour: read(getComputedStyle(element).color), on: groundsOf(element) };
        const around = groundsOf(element.parentElement);
        if (wanted === 'ground') return { what, colour: read(getComputedStyle(element).backgroundColor), on: around };
        if (wanted === 'border') {
          const drawn = drawing(element, (style) => Number.parseFloat(style.borderBottomWidth) > 0);
          return { what, colour: read(getComputedStyle(drawn).borderBottomColor), on: groundsOf(drawn.parentElement) };
        }
        const drawn = drawing(element, (style) => style.outlineStyle !== 'none' && style.outlineWidth !== '0px');
        const { outlineColor, outlineOffset, outlineStyle } = getComputedStyle(drawn);
        // None is drawn: a colour is computed all the same.
        if (outlineStyle === 'none') return { what, colour: read('transparent'), on: around };
        const isWithin = Number.parseFloat(outlineOffset) < 0;
        return { what, colour: read(outlineColor), on: groundsOf(isWithin ? drawn : drawn.parentElement) };
      });
  }, part);
}

/** What cuts off the ring of what has the focus, in words; null: nothing does. Where it scrolls, scrolling shows it. */
export function cutRing(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return null;
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(at);
    if (outlineStyle === 'none') return null;
    const reach = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
    const box = at.getBoundingClientRect();
    const name = at.getAttribute('aria-label') ?? at.textContent?.trim();
    for (let one = at.parentElement; one !== null; one = one.parentElement) {
      if (getComputedStyle(one).overflowX === 'visible') continue;
      const place = one.getBoundingClientRect();
      const left = place.left + one.clientLeft;
      const top = place.top + one.clientTop;
      const slack = 0.5;
      const isCutAcross = box.left - reach < left - slack || box.right + reach > left + one.clientWidth + slack;
      const isCutDown = box.top - reach < top - slack || box.bottom + reach > top + one.clientHeight + slack;
      const isCut =
        (isCutAcross && one.scrollWidth <= one.clientWidth) || (isCutDown && one.scrollHeight <= one.clientHeight);
      if (isCut) return `the ring of ${name} by ${one.tagName.toLowerCase()}.${one.className}`;
    }
    return null;
  });
}
