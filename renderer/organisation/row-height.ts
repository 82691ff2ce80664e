/** How high a row of the tree is, in pixels of the page. */
export const rowHeight = 32;
