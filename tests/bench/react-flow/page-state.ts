/** What the page of React Flow tells and does, as `globalThis.reactFlow`. */
export type ReactFlowPage = {
  /** From handing it everybody to the frame with the first of them; null: it is not there yet. */
  shownMs: number | null;
  /** The scale at which everybody is as wide as the window. */
  whole: number;
  /** Around somebody in the middle, at this scale. */
  jump: (scale: number) => void;
};
