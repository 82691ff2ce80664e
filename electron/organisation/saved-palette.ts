/** The page's light colours, in which everything is saved, whatever theme the page is in; a test holds them to the stylesheet. */
import type { MapPalette } from '../../contract/map-tints.ts';

export const palette = {
  ink: '#15171c',
  'ink-soft': '#5b6579',
  ground: '#f6f7f9',
  panel: '#ffffff',
  line: '#e2e5eb',
  'line-strong': '#c9ced8',
  accent: '#2f5bea',
  'accent-ground': '#ecf1fe',
  'accent-ink': '#2a4fd0',
  warn: '#7a5200',
  bad: '#b3261e',
  good: '#146c3f',
  quiet: '#4b5465',
  isDark: false,
  isStrong: false,
  isForced: false,
} as const satisfies MapPalette & Readonly<Record<string, string | boolean>>;
