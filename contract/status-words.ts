/** The one word for each status, on screen and in what is exported. */
import type { Status } from './user.ts';

export const statusWords: { readonly [S in Status]: string } = {
  active: 'Active',
  inactive: 'Inactive',
  deleted: 'Deleted',
  'not-found': 'Not found',
  unknown: 'Unknown',
};
