/** Lengths of the chart, in pixels at 100 %. */
import { joins } from '../../contract/organisation-items.ts';

export const card = { w: 220, h: 56 } as const;
export const centreCard = { w: 240, h: 60 } as const;
/** "▾ 47", under a card, with what is free between the two. */
export const fold = { w: 64, h: 20 } as const;
/** Beside a card, and under the last of a column. */
export const button = { w: 96, h: 22 } as const;
/** The words on a circle, above a card. */
export const circle = { w: 460, h: 20 } as const;

export const lineWidth = 1;
/** Between what stands side by side, and one under the other. */
export const gap = { across: 18, down: 8 } as const;
/** Between a card on the way up, with its fold, and the next. */
export const wayGap = 16;
/** Between a row of people joined from above and the next. */
export const rowGap = 26;
/** Between a card and the line that joins its people. */
export const stem = 6;
/** From the line that joins a row to the cards below it, and from that of a column to those right of it. */
export const { above: drop, left: stub } = joins;
/** Between the left edge of a card and the line to its people below. */
export const inset = 8;
/** In one column. */
export const mostInColumn = 8;
