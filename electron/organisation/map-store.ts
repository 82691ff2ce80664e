/** The map that the page is shown: of one snapshot until the latest is asked for, and in the colours that were asked for last. */
import type { DatabaseSync } from 'node:sqlite';
import type { MapAnswer, MapAsked } from '../../contract/organisation-map.ts';
import type { SaveAsked } from '../../contract/organisation-save.ts';
import { createWriteMark } from '../sqlite/write-mark.ts';
import type { OtherClaim } from './claims-around.ts';
import type { DrawnMap } from './drawn-map.ts';
import type { Forest } from './forest.ts';
import type { KeptMap } from './kept-map.ts';
import { aroundOnMap } from './map-around.ts';
import { changesBetween } from './map-changes.ts';
import { createMapCodes } from './map-codes.ts';
import { boxAt, layOutMap, type MapLayout } from './map-layout.ts';
import { createMapViews } from './map-view.ts';
import { createPaint, type PaintedMap } from './painted-map.ts';
import type { SavedMap } from './saved-map.ts';
import type { Snapshots } from './snapshots.ts';
import { isSame, type Spotlights } from './spotlights.ts';

export type MapNeeds = {
  readonly database: DatabaseSync;
  readonly current: Snapshots['current'];
  readonly spotlights: Spotlights;
  readonly claimsAround: (forest: Forest, place: number) => readonly OtherClaim[];
  /** The place of somebody; 0: they are not in it. */
  readonly placeOf: (forest: Forest, id: NonNullable<MapAsked['find']>) => number;
  /** The moment of the past that is shown, in milliseconds since 1970-01-01T00:00Z; null: it is as it is now. */
  readonly asOf: () => number | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Null: nothing outlasts the thread. */
  readonly kept: KeptMap | null;
};

type Look = Pick<MapAsked, 'colour' | 'spotlight'>;

type Shown = {
  readonly number: number;
  readonly forest: Forest;
  readonly layout: MapLayout;
  /** Null: it was outdated when it was made. */
  readonly version: string | null;
};

export function createOrganisationMap(needs: MapNeeds) {
  const { database, current, spotlights, claimsAround, placeOf, asOf, now, kept } = needs;
  const version = createWriteMark(database);
  const paint = createPaint({ codesOf: createMapCodes(database, { now, asOf }), spotlights });
  const viewOf = createMapViews();
  let memory = kept?.read() ?? null;
  let shown: Shown | null = null;
  /** What was shown, with a newer snapshot. */
  let compared: { readonly with: number; readonly changes: number } | null = null;
  let painted: { readonly number: number; readonly look: Look; readonly as: PaintedMap } | null = null;

  const latest = (): Shown => {
    const before = version();
    const { number, forest, isOutdated } = current();
    const of = isOutdated ? null : before;
    if (shown?.number === number) return { ...shown, version: of };
    const laidOut = layOutMap(forest, memory);
    // The map of the past lies as that of now does, which stays as it is.
    if (asOf() === null) {
      memory = laidOut.memory;
      kept?.remember(memory);
    }
    return { number, forest, layout: laidOut.layout, version: of };
  };

  const inColour = ({ number, forest, layout }: Shown, look: Look): PaintedMap => {
    const isShown =
      painted?.number === number &&
      painted.look.colour === look.colour &&
      isSame(painted.look.spotlight, look.spotlight);
    if (painted !== null && isShown) return painted.as;
    const as = paint(forest, layout, look);
    painted = { number, look, as };
    return as;
  };

  /** How many changes there are since what is shown; what nothing of it changed is as good as new. */
  const changesSince = (of: Shown): number => {
    const before = version();
    if (of.version === before || asOf() !== null) return 0;
    const { number, forest, isOutdated } = current();
    if (number !== of.number && compared?.with !== number) {
      compared = { with: number, changes: changesBetween(of.forest, forest) };
    }
    const changes = number === of.number ? 0 : (compared?.changes ?? 0);
    if (changes === 0 && !isOutdated) {
      shown = { ...of, version: before };
      // Availability, age, role and team may be others, of people who stand where they stood.
      painted = null;
      spotlights.again(of.forest);
    }
    return changes;
  };

  return {
    view: ({ region, scale, colour, spotlight, latest: isLatest, find }: MapAsked): MapAnswer => {
      if (shown === null || isLatest) {
        shown = latest();
        compared = null;
      }
      const { number, forest, layout } = shown;
      const place = find === null ? 0 : placeOf(forest, find);
      const { map, tally } = inColour(shown, { colour, spotlight });
      const { items, shares } = viewOf(map, region, scale);
      return {
        snapshot: number,
        items,
        extent: { w: layout.widths[0] ?? 0, h: layout.heights[0] ?? 0 },
        found: place === 0 ? null : boxAt(layout, forest, place),
        around: place === 0 ? null : aroundOnMap(map, place, claimsAround(forest, place)),
        shares: tally === null || shares === null ? null : { headings: shares, ...tally },
        changes: changesSince(shown),
      };
    },
    /** Another moment is shown from now on. */
    turn: (): void => {
      shown = null;
      painted = null;
    },
    /** All of the map that is shown, to be saved. */
    saved: ({ colour, spotlight }: Pick<SaveAsked, 'colour' | 'spotlight'>): SavedMap & DrawnMap => {
      shown ??= latest();
      const { map } = inColour(shown, { colour, spotlight });
      const lit = spotlight === undefined ? null : spotlight.words;
      return { ...map, colour: lit === null ? colour : 'spotlight', lit };
    },
  };
}
