/** The measures of the map of an organisation, in its own pixels. All of them are whole numbers, so that places stay exact. */

/** A card of somebody who leads nobody. */
export const cardWidth = 200;
export const cardHeight = 40;
/** Between two cards. */
export const cardGap = 8;

const leastHeading = 48;
const leastMargin = 8;
/** Of the side of a square as large as the territory: at each zoom the names of another layer can be read. */
const headingShare = 0.03;
/** A root that is a whole number may come out a little larger than that number. */
const rounding = 1e-6;

/**
 * How high the heading of a territory is. A heading that does not grow is that of somebody far down, or of somebody who
 * leads only one: in a line of thousands, each would make the next one larger.
 */
export function headingHeight(width: number, height: number, grows: boolean): number {
  if (!grows) return leastHeading;
  return Math.max(leastHeading, Math.ceil(headingShare * Math.sqrt(width * height) - rounding));
}

/** Among the marks of a heading that is drawn: it does not grow. Beyond those of `organisation-marks.ts`. */
export const smallHeading = 1 << 15;

/** What a territory keeps free at its left, its right and its bottom. */
export function marginOf(heading: number): number {
  return Math.max(leastMargin, Math.floor(heading / 8));
}
