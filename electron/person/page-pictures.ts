/** Pictures that a page lacks: fetched where they can be had, and told to the page one by one while it is open. */
import type { UserId } from '../../contract/ids.ts';
import type { PersonPage } from '../../contract/person.ts';
import type { Announce } from '../announce.ts';
import type { Pictures } from '../picture/pictures.ts';
import type { DirectoryReads } from '../storage/reads.ts';

export type PagePicturesNeeds = {
  readonly store: Pick<DirectoryReads, 'user'>;
  readonly pictures: Pictures;
  readonly announce: Announce;
};

export function createPagePictures({ store, pictures, announce }: PagePicturesNeeds) {
  return {
    fetchPictures: async (ids: readonly UserId[], signal: AbortSignal): Promise<void> => {
      await Promise.all(
        ids.map(async (person) => {
          const url = store.user(person)?.user.profileImageUrl;
          if (!url) return;
          const picture = await pictures.want(url, signal);
          if (picture !== null && !signal.aborted) announce('picture.arrived', { person, which: 'profile', picture });
        }),
      );
    },
    fetchCover: async (shown: PersonPage, signal: AbortSignal): Promise<void> => {
      if (shown.user.coverImageUrl === null || shown.cover !== null) return;
      const picture = await pictures.want(shown.user.coverImageUrl, signal);
      if (picture !== null && !signal.aborted) {
        announce('picture.arrived', { person: shown.user.id, which: 'cover', picture });
      }
    },
  };
}

/** Who is on a page without a picture, its own person first. */
export function lackingPictures({ card, lines, reports, peers }: PersonPage): UserId[] {
  const cards = [
    card,
    ...lines.flatMap((line) => line.steps),
    ...reports.flatMap((entry) => (entry.state === 'known' ? [entry.card] : [])),
    ...peers,
  ];
  return [...new Set(cards.filter(({ picture }) => picture === null).map(({ id }) => id))];
}
