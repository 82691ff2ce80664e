/** The colours of the map, on screen and in what is saved: of a territory, of what is drawn as one rectangle, and of a card. Pure. */
import { colourCodes, shareSteps } from './map-colours.ts';
import type { MapColour } from './organisation-map.ts';

/** What they are mixed with: colours as CSS has them. */
export type MapPalette = Readonly<Record<'ink' | 'ground' | 'panel' | 'line' | 'line-strong', string>> & {
  readonly isDark: boolean;
  /** More contrast is asked for. */
  readonly isStrong: boolean;
  /** The system has colours of its own; nothing else is drawn with. */
  readonly isForced: boolean;
};

/** Of the first divisions, far apart from one another; those after them go on round the circle. */
const hues = [265, 160, 70, 305, 20, 215, 120, 345] as const;
const golden = 137.5;
/** Deeper territories are no darker than this one. */
const deepest = 9;

export type Tint = { readonly hue: number; readonly chroma: number };
const none: Tint = { hue: 265, chroma: 0.02 };

/** What the map is coloured by. */
export type Colouring = MapColour | 'spotlight';
type Coded = Exclude<Colouring, 'division'>;
/** By code: what is not usual. */
const tints: { readonly [C in Coded]: ReadonlyMap<number, Tint> } = {
  status: new Map([
    [colourCodes.status.unknown, { hue: 265, chroma: 0.06 }],
    [colourCodes.status.inactive, { hue: 80, chroma: 0.13 }],
    [colourCodes.status.deleted, { hue: 25, chroma: 0.15 }],
    [colourCodes.status['not-found'], { hue: 330, chroma: 0.13 }],
    [colourCodes.status.notStored, none],
  ]),
  availability: new Map([
    [colourCodes.availability.other, { hue: 60, chroma: 0.13 }],
    [colourCodes.availability.notSaid, { hue: 265, chroma: 0.06 }],
    [colourCodes.availability.notStored, none],
  ]),
  age: new Map([
    [colourCodes.age.withinWeek, { hue: 190, chroma: 0.07 }],
    [colourCodes.age.withinMonth, { hue: 250, chroma: 0.11 }],
    [colourCodes.age.older, { hue: 310, chroma: 0.15 }],
    [colourCodes.age.notStored, none],
  ]),
  spotlight: new Map([[1, { hue: 85, chroma: 0.14 }]]),
};

/** Of the nth division, from 1. */
export function divisionTint(nth: number): Tint {
  const at = nth - 1;
  const hue = hues[at] ?? ((hues[at % hues.length] ?? 0) + golden * Math.floor(at / hues.length)) % 360;
  return { hue, chroma: 0.09 };
}

/** Null: it is the usual. */
export function codeTint(colour: Coded, code: number): Tint | null {
  return tints[colour].get(code) ?? null;
}

/** Of many, by what most of those have who are not usual; `share`: how many these are, from 0 to 1. */
export type Mix = { readonly tint: Tint | null; readonly share: number };

export function mixOf(colour: Colouring, byte: number): Mix {
  if (colour === 'division') return { tint: byte === 0 ? null : divisionTint(byte), share: 1 };
  const most = colour === 'spotlight' ? shareSteps.length : 15;
  return { tint: codeTint(colour, byte & 15), share: (byte >> 4) / most };
}

/** Behind a territory's heading and between what is in it. */
export function territoryGround(palette: MapPalette, colour: Colouring, byte: number, level: number): string {
  if (palette.isForced) return palette.ground;
  const { tint: mixed, share } = mixOf(colour, byte);
  // What is in it is darker, so that it is told from its ground.
  if (colour === 'spotlight' && mixed !== null) {
    const light = palette.isDark ? 0.21 + 0.24 * share : 0.98 - 0.15 * share;
    return oklch(light, { ...mixed, chroma: 0.015 + 0.85 * mixed.chroma * share }, palette);
  }
  const tint = colour === 'division' ? mixed : null;
  const depth = Math.min(level, deepest);
  const light = palette.isDark ? 0.19 + 0.016 * depth : 0.985 - 0.011 * depth;
  return oklch(light, tint === null ? none : { ...tint, chroma: 0.1 * tint.chroma * (2 + 0.6 * depth) }, palette);
}

/** Around a territory. */
export function territoryLine(palette: MapPalette, colour: Colouring, byte: number): string {
  if (palette.isForced || palette.isStrong) return palette['line-strong'];
  const tint = colour === 'division' ? mixOf(colour, byte).tint : null;
  return oklch(palette.isDark ? 0.46 : 0.78, tint === null ? none : { ...tint, chroma: 0.7 * tint.chroma }, palette);
}

/** Many people as one rectangle. In forced colours their share is how dense it is. */
export function blockGround(palette: MapPalette, colour: Colouring, byte: number): string {
  const { tint, share } = mixOf(colour, byte);
  if (palette.isForced) return palette.ink;
  const usual = palette.isDark ? 0.34 : 0.885;
  if (tint === null) return oklch(usual, none, palette);
  // A tenth is seen, and a half is not yet all.
  const part = colour === 'division' ? 1 : share === 0 ? 0 : 0.25 + 0.75 * share;
  const full = palette.isDark ? 0.5 : colour === 'division' ? 0.83 : 0.74;
  return oklch(usual + (full - usual) * part, { ...tint, chroma: 0.012 + (tint.chroma - 0.012) * part }, palette);
}

/** How dense a block is drawn: in forced colours there is no other way to say how many. */
export function blockAlpha(palette: MapPalette, colour: Colouring, byte: number): number {
  if (!palette.isForced) return 1;
  return colour === 'division' ? 0.3 : 0.12 + 0.7 * mixOf(colour, byte).share;
}

/** Behind a card, and around it. */
export function cardColours(
  palette: MapPalette,
  colour: Colouring,
  byte: number,
): { readonly ground: string; readonly line: string } {
  const tint = colour === 'division' ? null : codeTint(colour, byte);
  const line = palette.isForced || palette.isStrong ? palette['line-strong'] : palette.line;
  if (tint === null || palette.isForced) return { ground: palette.panel, line };
  return {
    ground: oklch(palette.isDark ? 0.33 : 0.93, { ...tint, chroma: 0.45 * tint.chroma }, palette),
    line: palette.isStrong ? line : oklch(palette.isDark ? 0.5 : 0.78, { ...tint, chroma: 0.8 * tint.chroma }, palette),
  };
}

function oklch(light: number, { hue, chroma }: Tint, { isDark }: MapPalette): string {
  return `oklch(${light.toFixed(3)} ${(isDark ? 0.8 * chroma : chroma).toFixed(3)} ${hue})`;
}
