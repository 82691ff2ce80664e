/**
 * Colours as every program that draws SVG knows them: `#rrggbb`. Not all know oklch(), by which the map's colours are mixed.
 * By the matrices of Oklab (Björn Ottosson, 2020), as CSS Color 4 has them; what sRGB cannot show is clipped.
 */

const form = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/;

/** Any other colour as it is. */
export function toHex(colour: string): string {
  const [, light, chroma, hue] = (form.exec(colour) ?? []).map(Number);
  if (light === undefined || chroma === undefined || hue === undefined) return colour;
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const parts = [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
  return `#${parts.map(byteOf).join('')}`;
}

function byteOf(linear: number): string {
  const clipped = Math.min(1, Math.max(0, linear));
  const shown = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(255 * shown)
    .toString(16)
    .padStart(2, '0');
}
