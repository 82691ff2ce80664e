/** What a page has drawn on its canvas in the last frame: read where it is drawn, so that nothing in the app tells it. */
import type { Page } from '@playwright/test';

type Rectangle = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
export type Drawn = {
  readonly texts: readonly (Rectangle & { readonly text: string })[];
  /** Rounded ones: cards and pills. */
  readonly boxes: readonly Rectangle[];
  /** How many times dashed lines were drawn: those to other managers. */
  readonly dashed: number;
};

/** From now on; what stays as it is is not drawn once more. In CSS pixels of the canvas. */
export async function watchDrawing(page: Page): Promise<void> {
  await page.evaluate(() => {
    const drawn: { texts: unknown[]; boxes: unknown[]; dashed: number } = { texts: [], boxes: [], dashed: 0 };
    Object.assign(window, { drawn });
    const { clearRect, fillText, roundRect, stroke } = CanvasRenderingContext2D.prototype;
    Object.assign(CanvasRenderingContext2D.prototype, {
      clearRect(this: CanvasRenderingContext2D, ...box: Parameters<typeof clearRect>) {
        Object.assign(drawn, { texts: [], boxes: [], dashed: 0 });
        clearRect.apply(this, box);
      },
      fillText(this: CanvasRenderingContext2D, text: string, x: number, y: number) {
        const measured = this.measureText(text);
        // The lines of letters, without what a script hangs above and below them.
        const size = Number.parseFloat(/ ([\d.]+)px/.exec(` ${this.font}`)?.[1] ?? '10');
        const box = { x, y: y - 0.7 * size, w: measured.width, h: 0.7 * size };
        drawn.texts.push({ text: text.replace(/[\u2068\u2069]/g, ''), ...box });
        fillText.call(this, text, x, y);
      },
      stroke(this: CanvasRenderingContext2D, ...path: [] | [Path2D]) {
        if (this.getLineDash().length > 0) drawn.dashed += 1;
        Reflect.apply(stroke, this, path);
      },
      roundRect(this: CanvasRenderingContext2D, x: number, y: number, w: number, h: number, radii: number) {
        drawn.boxes.push({ x, y, w, h });
        roundRect.call(this, x, y, w, h, radii);
      },
    });
  });
}

export async function drawnOn(page: Page): Promise<Drawn> {
  return page.evaluate(() => (window as unknown as { drawn: Drawn }).drawn);
}

/** Texts that cover one another. */
export function overlapping({ texts }: Drawn): string[] {
  return texts.flatMap((one, nth) =>
    texts
      .slice(nth + 1)
      .filter(
        (other) =>
          one.x < other.x + other.w - 1 &&
          other.x < one.x + one.w - 1 &&
          one.y < other.y + other.h - 1 &&
          other.y < one.y + one.h - 1,
      )
      .map((other) => `${one.text} and ${other.text}`),
  );
}

/** Texts that begin in a box and end outside of it. */
export function leaving({ texts, boxes }: Drawn): string[] {
  return texts
    .filter((text) => {
      const around = boxes.filter(
        ({ x, y, w, h }) => text.x >= x && text.x <= x + w && text.y + text.h / 2 >= y && text.y + text.h / 2 <= y + h,
      );
      return (
        around.length > 0 &&
        around.every(({ x, y, w, h }) => text.x + text.w > x + w + 1 || text.y < y || text.y + text.h > y + h)
      );
    })
    .map(({ text }) => text);
}
