/** Where a directory that is open now was left, which is where it is shown. */
import type { ConnectionId, UserId } from '../../contract/ids.ts';
import type { ShownPage } from '../../contract/shown-page.ts';
import { atHome, type Place, type Places } from './places.ts';

export type LeftIn = {
  readonly connection: ConnectionId;
  readonly isThere: (id: UserId) => boolean;
};

/**
 * `before`: the place as it was before the directory was opened, since a page that hears of the opening first tells its own.
 * People, where who was shown is not there any more; the organisation without them; null: there is no such place.
 */
export function leftAt(places: Places, before: Place | null, { connection, isThere }: LeftIn): ShownPage | null {
  if (before === null) return null;
  const place = withWhoIsThere(before, isThere);
  places.keep(connection, place);
  return { connection, ...place };
}

function withWhoIsThere(before: Place, isThere: LeftIn['isThere']): Place {
  const { page, scrollTop } = before;
  if (page.view === 'check' || !('id' in page) || page.id === null || isThere(page.id)) return before;
  return page.view === 'organisation' ? { page: { ...page, id: null }, scrollTop } : atHome;
}
