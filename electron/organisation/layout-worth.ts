/** How good a layout is, in pixels of height: the smaller the better. */

/** What counts is the area, and the side that is too long for the wanted proportions: by so much of the whole. */
const shareOfForm = 0.4;

/** `proportion`: the wanted width to height. */
export function worth(width: number, height: number, proportion: number): number {
  return (
    (1 - shareOfForm) * Math.sqrt((width * height) / proportion) + shareOfForm * Math.max(width / proportion, height)
  );
}

/** A layout of this area or more that is so high is no better than one that is worth so much. */
export function uselessHeight(worthSoFar: number, area: number, proportion: number): number {
  return (worthSoFar - (1 - shareOfForm) * Math.sqrt(area / proportion)) / shareOfForm;
}
