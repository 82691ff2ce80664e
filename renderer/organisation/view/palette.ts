/**
 * The colours that a canvas is drawn with. They are read as the browser has computed them from elements of the page, since a
 * token's own text is `light-dark(…)`; in forced colours they are the system's.
 */

export const inks = [
  'ink',
  'ink-soft',
  'ground',
  'panel',
  'hover',
  'line',
  'line-strong',
  'accent',
  'on-accent',
  'accent-ground',
  'accent-ink',
  'good',
  'warn',
  'bad',
  'quiet',
  'quiet-ground',
] as const;
export type Ink = (typeof inks)[number];

export type Palette = { readonly [I in Ink]: string } & {
  readonly isDark: boolean;
  /** More contrast is asked for. */
  readonly isStrong: boolean;
  /** The system has colours of its own; nothing else is drawn with. */
  readonly isForced: boolean;
};

/** Another scheme, more contrast, and forced colours each change what is computed. */
const changes = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'] as const;

/** `probe` holds an element for each ink, named by `data-ink`, and one for the scheme. */
export function readPalette(probe: HTMLElement): Palette {
  const computed = (name: string): string => {
    const element = probe.querySelector(`[data-ink="${name}"]`);
    return element === null ? 'black' : getComputedStyle(element).color;
  };
  const colours = Object.fromEntries(inks.map((ink) => [ink, computed(ink)])) as { [I in Ink]: string };
  return {
    ...colours,
    isDark: matchMedia(changes[0]).matches,
    isStrong: matchMedia(changes[1]).matches,
    isForced: matchMedia(changes[2]).matches,
  };
}

/** Returns the function that ends the watch. */
export function watchPalette(onChange: () => void): () => void {
  const watched = changes.map((query) => matchMedia(query));
  for (const one of watched) one.addEventListener('change', onChange);
  return () => {
    for (const one of watched) one.removeEventListener('change', onChange);
  };
}

/** Behind the initials of somebody, and of the initials: as `picture.module.css` has them. */
export function hueColours(palette: Palette, hue: number): { readonly ground: string; readonly ink: string } {
  if (palette.isForced) return { ground: palette.panel, ink: palette.ink };
  return palette.isDark
    ? { ground: `oklch(0.34 0.07 ${hue})`, ink: `oklch(0.93 0.05 ${hue})` }
    : { ground: `oklch(0.92 0.06 ${hue})`, ink: `oklch(0.38 0.1 ${hue})` };
}
