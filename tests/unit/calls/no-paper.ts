/** For exports of what is not drawn. */
import type { ExportsNeeds } from '../../../electron/calls/exports.ts';

export const noPaper: ExportsNeeds['paper'] = {
  toPdf: () => Promise.reject(new Error('nothing is drawn')),
  print: () => Promise.reject(new Error('nothing is printed')),
};
