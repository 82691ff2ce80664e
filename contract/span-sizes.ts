/** Who leads more people than this is listed as leading many. */
export const wideSpan = 15;
