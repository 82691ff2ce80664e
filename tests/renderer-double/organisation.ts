/** The double's organisation: nobody is in it. What the tree does with people is tested in the app itself. */

import type { Handlers } from '../../contract/calls.ts';
import { succeeded } from '../../contract/failures.ts';

const byStatus = { active: 0, unknown: 0, inactive: 0, deleted: 0, 'not-found': 0 };
const totals = { people: 0, notFetched: 0, failed: 0, notFound: 0, tops: 0, layers: 0, byStatus };

export const doubleOrganisation: Pick<Handlers, Extract<keyof Handlers, `organisation.${string}`>> = {
  'organisation.look': ({ id }) => succeeded({ totals, active: null, isThere: id === null, isOutdated: false }),
  'organisation.rows': ({ offset, follow }) =>
    succeeded({
      ...{ snapshot: 1, offset, rows: [], total: 0 },
      ...{ places: follow.map(() => null), totals, matches: null, isOutdated: false, asOf: null },
    }),
  'organisation.open': () => succeeded({ row: null, total: 0 }),
  'organisation.seek': () => succeeded(null),
  'organisation.typed': () => succeeded({ row: null }),
  'organisation.chart': () => succeeded(null),
  'organisation.map': () =>
    succeeded({
      snapshot: 1,
      items: new Uint8Array(),
      extent: { w: 216, h: 56 },
      found: null,
      around: null,
      shares: null,
      changes: 0,
    }),
  'organisation.match': () => succeeded(null),
  'organisation.find': () => succeeded({ found: [], isByToday: false }),
  'organisation.labels': () => succeeded({ labels: [], more: 0 }),
  'organisation.members': () => succeeded({ members: [] }),
  'organisation.relation': () => succeeded({ snapshot: 1, a: null, b: null, found: null }),
  'organisation.spans': () => succeeded(null),
  'organisation.leading': () => succeeded(null),
  'organisation.saveSpans': () => succeeded({ saved: null }),
  'organisation.since': () => succeeded({ since: null }),
  'organisation.save': () => succeeded({ saved: null, onlyListed: 0 }),
  'organisation.print': () => succeeded({ printed: false }),
  'organisation.leave': () => succeeded(null),
};
