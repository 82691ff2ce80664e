/** Pictures drawn by code: an abstract portrait for a person and a landscape for a cover, the same every time. */
import { createDraw, purpose } from './draw.ts';
import { pngOf } from './png.ts';

type Colour = readonly [number, number, number];

const colour = (hex: string): Colour => [
  Number.parseInt(hex.slice(0, 2), 16),
  Number.parseInt(hex.slice(2, 4), 16),
  Number.parseInt(hex.slice(4, 6), 16),
];
const palette = (text: string): readonly Colour[] => text.split(' ').map(colour);

const grounds = palette('f6d6c1 d7e6f2 dcebd3 efe0f0 fbe7b2 cfe8e4 f3d3d6 dfe0f5 e8e2d0 c9dcc8 f2c9a4 b9d3e6');
const skins = palette('f3d2b8 e6b894 d09a72 b57a52 96603d 7a4a30 5c3724 f7dfcc c68c62 a86d48');
const darkHairs = palette('1f1a1a 2d211c 4a2f22 3b3b46 7d7f86 b9b6b1');
const hairs = [...darkHairs, ...palette('6e4427 9a6a3a c79a5b 8c2f1d')];
const clothes = palette('2f4b7c 7a5195 bc5090 ef8f5a 3b7a57 8a3b3b 40616b d9a441 52596b 1f7a8c 6b8e4e a2543f');

type Canvas = { readonly width: number; readonly height: number; readonly pixels: Uint8ClampedArray };

/** Lays `ink` over a box of pixels, as densely as `cover` says (0 to 1) for each. */
const paint = (
  { width, height, pixels }: Canvas,
  [red, green, blue]: Colour,
  [left, top, right, bottom]: readonly [number, number, number, number],
  cover: (x: number, y: number) => number,
): void => {
  const fromX = Math.max(0, Math.floor(left));
  const toX = Math.min(width, right);
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y += 1)
    for (let x = fromX; x < toX; x += 1) {
      const part = cover(x + 0.5, y + 0.5);
      if (part <= 0) continue;
      const ink = part > 1 ? 1 : part;
      const rest = 1 - ink;
      const at = (y * width + x) * 3;
      pixels[at] = (pixels[at] ?? 0) * rest + red * ink;
      pixels[at + 1] = (pixels[at + 1] ?? 0) * rest + green * ink;
      pixels[at + 2] = (pixels[at + 2] ?? 0) * rest + blue * ink;
    }
};

const ellipse = (canvas: Canvas, ink: Colour, x: number, y: number, wide: number, high: number, cut = 1e9): void => {
  const small = Math.min(wide, high);
  paint(canvas, ink, [x - wide - 1, y - high - 1, x + wide + 1, y + high + 1], (px, py) =>
    Math.min((1 - Math.sqrt(((px - x) / wide) ** 2 + ((py - y) / high) ** 2)) * small + 0.5, cut - py + 0.5),
  );
};

const shaded = ([red, green, blue]: Colour, by: number): Colour => [red * by, green * by, blue * by];
const lit = (ink: Colour): Colour => [ink[0] * 0.6 + 102, ink[1] * 0.6 + 102, ink[2] * 0.6 + 102];

const backdrop = (canvas: Canvas, above: Colour, below: Colour): void => {
  const { width, height } = canvas;
  paint(canvas, above, [0, 0, width, height], () => 1);
  paint(canvas, below, [0, 0, width, height], (_, y) => y / height);
};

const side = 256;

const stylesOfWomen = ['long', 'long', 'bun', 'cropped-round'] as const;
const stylesOfMen = ['cropped', 'cropped', 'receding', 'cropped-round'] as const;

const portrait = (seed: number, index: number): Buffer => {
  const draw = createDraw(seed);
  const canvas: Canvas = { width: side, height: side, pixels: new Uint8ClampedArray(side * side * 3) };
  const from = (nth: number, list: readonly Colour[]): Colour => draw.from(index, purpose.portrait + nth * 1000, list);
  const part = (nth: number): number => draw.part(index, purpose.portrait + nth * 1000);
  const ground = from(0, grounds);
  const skin = from(1, skins);
  const hair = from(2, skin[0] < 0xa0 ? darkHairs : hairs);
  const cloth = from(3, clothes);
  backdrop(canvas, ground, shaded(ground, 0.82));
  ellipse(canvas, lit(ground), 40 + part(4) * 176, 60 + part(5) * 60, 70, 70);
  const head = 50 + part(6) * 8;
  const tall = head * (1.12 + part(7) * 0.16);
  // The same draw as the name's: a picture that disagrees with its name looks like a mistake.
  const female = draw.below(index, purpose.gender, 2) === 0;
  const style = draw.from(index, purpose.portrait + 8000, female ? stylesOfWomen : stylesOfMen);
  const bearded = style === 'cropped' && part(11) < 0.4;
  // Long hair falls behind neck and shoulders, so it comes first.
  if (style === 'long') {
    ellipse(canvas, shaded(hair, 0.9), 128, 128, head * 1.28, tall * 1.18);
    paint(canvas, shaded(hair, 0.9), [128 - head * 1.27, 128, 128 + head * 1.27, 205], () => 1);
  }
  if (style === 'bun') ellipse(canvas, hair, 128, 50, 26, 24);
  ellipse(canvas, cloth, 128, 268, 96, 84);
  ellipse(canvas, shaded(skin, 0.88), 128, 190, 24, 34);
  ellipse(canvas, shaded(skin, 0.9), 128, 200, 30, 22);
  ellipse(canvas, hair, 128, 108, head * 1.12, tall * 1.08, style === 'receding' ? 100 : 122);
  ellipse(canvas, skin, 128, 124, head, tall);
  // A fringe: the top of the head again, cut where the forehead begins.
  const forehead = 124 - tall * (0.42 + part(9) * 0.22);
  if (style !== 'receding') ellipse(canvas, hair, 128, 122, head * 1.05, tall * 1.05, forehead);
  const ink = shaded(skin, 0.42);
  for (const way of [-1, 1]) {
    ellipse(canvas, ink, 128 + way * head * 0.4, 124, 4.6, 5.4);
    ellipse(canvas, shaded(skin, 0.93), 128 + way * head * 0.56, 146, 10, 7);
  }
  if (bearded) {
    ellipse(canvas, hair, 128, 168, head * 0.72, 26);
    ellipse(canvas, skin, 128, 150, head * 0.6, 16);
  }
  // The smile is a crescent: a dark ellipse with the skin's over its upper part.
  ellipse(canvas, ink, 128, 150, 15, 11);
  ellipse(canvas, skin, 128, 145.5, 18, 11);
  if (part(12) < 0.3) glasses(canvas, head);
  if (part(13) < 0.5) ellipse(canvas, shaded(cloth, 0.8), 128, 222, 30, 14);
  return pngOf(side, side, canvas.pixels);
};

const glasses = (canvas: Canvas, head: number): void => {
  const frame = colour('30343c');
  for (const way of [-1, 1]) {
    const x = 128 + way * head * 0.4;
    paint(canvas, frame, [x - 20, 104, x + 20, 144], (px, py) => 2.2 - Math.abs(Math.hypot(px - x, py - 124) - 15.5));
  }
  paint(canvas, frame, [128 - head * 0.4 + 15, 121, 128 + head * 0.4 - 15, 124], () => 1);
};

const coverWidth = 960;
const coverHeight = 240;

const cover = (seed: number, index: number): Buffer => {
  const draw = createDraw(seed);
  const canvas: Canvas = {
    width: coverWidth,
    height: coverHeight,
    pixels: new Uint8ClampedArray(coverWidth * coverHeight * 3),
  };
  const part = (nth: number): number => draw.part(index, purpose.portrait + 500 + nth * 1000);
  const sky = draw.from(index, purpose.portrait + 500, grounds);
  const hills = draw.from(index, purpose.portrait + 501, clothes);
  backdrop(canvas, sky, lit(sky));
  ellipse(canvas, lit(sky), 120 + part(1) * 720, 70, 44, 44);
  for (let range = 0; range < 4; range += 1) {
    const ink = hills.map((channel, at) => channel * (0.35 + range * 0.2) + (sky[at] ?? 0) * (0.65 - range * 0.2));
    const base = 110 + range * 34;
    const long = 90 + part(2 + range) * 110;
    const shift = part(6 + range) * 6;
    paint(
      canvas,
      [ink[0] ?? 0, ink[1] ?? 0, ink[2] ?? 0],
      [0, base - 40, coverWidth, coverHeight],
      (x, y) => y - base + 18 * Math.sin(x / long + shift) + 9 * Math.sin((x / long) * 2.3 + shift * 2),
    );
  }
  return pngOf(coverWidth, coverHeight, canvas.pixels);
};

/** The PNG of a person's picture (256 by 256) or cover (960 by 240). */
export const pictureOf = (seed: number, index: number, which: 'portrait' | 'cover'): Buffer =>
  which === 'portrait' ? portrait(seed, index) : cover(seed, index);
