/** Milliseconds of a day that no clock is changed in. */
export const dayMs = 24 * 60 * 60 * 1000;
