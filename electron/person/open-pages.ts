/** The pages that the windows of one connection have open, one each. */
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { Caller } from '../announce.ts';
import type { ServerAccess } from '../api/api-client.ts';
import type { InBackground } from '../background.ts';
import type { Clock } from '../clock.ts';
import type { DiskSpace } from '../disk/space.ts';
import type { Pictures } from '../picture/pictures.ts';
import type { News } from '../storage/news.ts';
import type { LocalPeople } from '../storage/recorder.ts';
import type { Sync } from '../sync/sync.ts';
import { createFetchPerson } from './fetch-person.ts';
import { createOpenPage, type OpenPage, type OpenPageNeeds } from './open-page.ts';
import { createPagePictures } from './page-pictures.ts';
import { createRowPictures, type RowPictures } from './row-pictures.ts';
import type { SyncUnderWay } from './visit.ts';

export type OpenPagesNeeds = {
  readonly server: ServerAccess;
  readonly local: LocalPeople;
  readonly pictures: Pictures;
  readonly disk: DiskSpace;
  readonly clock: Clock;
  readonly news: News;
  readonly sync: SyncUnderWay & Pick<Sync, 'tooManyNamed'>;
  readonly inBackground: InBackground;
};

export type OpenPages = {
  readonly of: (caller: Caller) => OpenPage;
  /** The window shows no page of a person any more, or is gone. */
  readonly leave: (window: number) => void;
  /** Rows of the table that the window shows without a picture, and no others any more. */
  readonly see: (caller: Caller, ids: readonly UserId[]) => void;
  readonly leaveAll: () => void;
};

export function createOpenPages(needs: OpenPagesNeeds): OpenPages {
  const { server, local, pictures, disk, clock, news, sync, inBackground } = needs;
  const { origin, api, canFetch } = server;
  const { store, recorder } = local;
  const failures = new Map<UserId, Failure>();
  const { tooManyNamed } = sync;
  const fetchPerson = createFetchPerson({ api, recorder, disk, tooManyNamed, canFetch, news, failures });
  const basis = { store, server: origin, failures, canFetch };
  const shared: OpenPageNeeds = { basis, fetchPerson, recorder, pictures, clock, news, sync, inBackground };
  const pages = new Map<number, OpenPage>();
  const rows = new Map<number, RowPictures>();
  const rowsOf = ({ window, announce }: Caller): RowPictures => {
    const { fetchPictures } = createPagePictures({ store, pictures, announce });
    const made = rows.get(window) ?? createRowPictures({ fetchPictures, inBackground });
    rows.set(window, made);
    return made;
  };
  const leave = (window: number) => {
    rows.get(window)?.see([]);
    rows.delete(window);
    pages.get(window)?.leave();
    pages.delete(window);
  };
  return {
    of: (caller) => {
      const page = pages.get(caller.window) ?? createOpenPage(shared, caller);
      pages.set(caller.window, page);
      return page;
    },
    leave,
    see: (caller, ids) => rowsOf(caller).see(ids),
    leaveAll: () => {
      for (const window of new Set([...pages.keys(), ...rows.keys()])) leave(window);
    },
  };
}
