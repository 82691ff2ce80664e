/** How high a row of a grid and its line of headings are, in pixels of the page. */
export const rowHeight = 48;
export const headHeight = 36;
