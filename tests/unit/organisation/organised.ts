/** The organisation over a store, in this thread, on a clock that a test moves. */
import type { ChartShape, TreeRow, TreeRows } from '../../../contract/organisation.ts';
import type { MapAsked } from '../../../contract/organisation-map.ts';
import type { Spotlight } from '../../../contract/organisation-spotlight.ts';
import type { KeptMap } from '../../../electron/organisation/kept-map.ts';
import { createOrganisationStore, type OrganisationKept } from '../../../electron/organisation/organisation-store.ts';
import { stillClock } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';
import { unwrap } from '../sync/synced.ts';

const usualShape = { open: [], closed: [], beside: [], more: [], whole: [] };

const wholeMap: MapAsked = {
  region: { x: 0, y: 0, w: 1e6, h: 1e6 },
  scale: 1,
  colour: 'division',
  latest: false,
  find: null,
};

/** `time`: milliseconds that a test lets pass. */
export type Late = { time: number };

export function organisationOf(
  store: DirectoryStore,
  late: Late = { time: 0 },
  kept: OrganisationKept | null = null,
  keptMap?: KeptMap,
) {
  const clock = { ...stillClock, monotonic: () => late.time };
  const work = createOrganisationStore({ ...store.storeFile, clock }, { kept, keptMap });
  return {
    work,
    look: (id: string | null = null, isOpening = false, asOf: number | null = null) =>
      unwrap(work.look({ id: id as never, isOpening, asOf })),
    rows: (offset = 0, limit = 200, follow: string[] = [], spotlight?: Spotlight) =>
      unwrap(work.rows({ offset, limit, follow: follow as never, spotlight })),
    open: (id: string | null, what: Parameters<typeof work.open>[0]['what'] = 'open') =>
      unwrap(work.open({ id: id as never, what })),
    seek: (id: string) => unwrap(work.seek({ id: id as never })),
    typed: (snapshot: number, typed: string, from = 0) => unwrap(work.typed({ snapshot, typed, from })),
    chart: (id: string, shape: Partial<ChartShape> = {}, spotlight?: Spotlight) =>
      unwrap(work.chart({ centre: id as never, shape: { ...usualShape, ...shape }, spotlight })),
    match: (spotlight: Spotlight, from: string | null, isBack: boolean) =>
      unwrap(work.match({ spotlight, from: from as never, isBack })),
    map: (asked: Partial<MapAsked> = {}) => unwrap(work.map({ ...wholeMap, ...asked })),
    find: (text: string, limit = 20) => unwrap(work.find({ text, limit })),
    labels: (kind: 'role' | 'team', text = '') => unwrap(work.labels({ kind, text })),
    members: (keys: number[]) => unwrap(work.members({ keys })).members,
  };
}

/** Ids with a dash for each level above, `+` before who can be opened and `-` before who is open. */
export function outline({ rows }: Pick<TreeRows, 'rows'>): string[] {
  return rows.map((row) => (row.kind === 'alone' ? `${signOf(row)}alone ${row.count}` : nameOf(row)));
}
const nameOf = (row: Extract<TreeRow, { kind: 'member' }>) =>
  `${'  '.repeat(row.member.level - 1)}${signOf(row)}${row.member.id}`;
const signOf = ({ isOpen }: TreeRow) => (isOpen === null ? '' : isOpen ? '-' : '+');
