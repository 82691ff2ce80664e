/** Which rows of a check are shown until somebody chooses otherwise. */
import type { CheckFilter } from './check.ts';

/** Every row. */
export const anyRow: CheckFilter = { show: null, answer: null, text: '' };
