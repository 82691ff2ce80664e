/** How high a row of the table is, in pixels of the page. */
export const rowHeight = 48;
