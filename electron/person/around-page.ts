/** Who is on the page that is open besides its own person, with the status that the page was told of them. */
import type { UserId } from '../../contract/ids.ts';
import type { PersonPage } from '../../contract/person.ts';
import type { Status } from '../../contract/user.ts';
import type { DirectoryReads } from '../storage/reads.ts';

export type AroundPage = {
  /** Notes what the page was told; null: nobody looks at it any more. */
  readonly tell: (page: PersonPage | null) => void;
  /** Those of `ids` who have another status now than the page was told. They count as told with this. */
  readonly turned: (ids: readonly UserId[]) => readonly UserId[];
  /** Whether somebody is there as a direct report alone. */
  readonly isReport: (id: UserId) => boolean;
};

export function createAroundPage(store: Pick<DirectoryReads, 'cards'>): AroundPage {
  let told = new Map<UserId, Status>();
  let others = new Set<UserId>();
  return {
    tell: (page) => {
      const around = page === null ? [] : [...page.lines.flatMap(({ steps }) => steps), ...page.peers];
      const reports = page?.reports.flatMap((entry) => (entry.state === 'known' ? [entry.card] : [])) ?? [];
      others = new Set(around.map(({ id }) => id));
      told = new Map([...around, ...reports].map(({ id, status }) => [id, status]));
    },
    turned: (ids) => {
      const cards = store.cards(ids.filter((id) => told.has(id)));
      const turned = [...cards.values()].filter(({ id, status }) => told.get(id) !== status);
      for (const { id, status } of turned) told.set(id, status);
      return turned.map(({ id }) => id);
    },
    isReport: (id) => told.has(id) && !others.has(id),
  };
}
