/** Pictures that a page lacks: fetched where they can be had, and told to the page one by one while it is open. */
import type { EventData } from '../../contract/events.ts';
import type { UserId } from '../../contract/ids.ts';
import type { PersonPage } from '../../contract/person.ts';
import type { Announce } from '../announce.ts';
import type { Pictures } from '../picture/pictures.ts';
import type { DirectoryReads } from '../storage/reads.ts';

export type PagePicturesNeeds = {
  readonly store: Pick<DirectoryReads, 'user' | 'pictureTroubleOf'>;
  readonly pictures: Pictures;
  readonly announce: Announce;
};

type Which = EventData<'picture.arrived'>['which'];

export function createPagePictures({ store, pictures, announce }: PagePicturesNeeds) {
  const fetchOne = async (person: UserId, which: Which, url: string, signal: AbortSignal): Promise<void> => {
    const picture = await pictures.want(url, signal);
    if (signal.aborted) return;
    if (picture !== null) return announce('picture.arrived', { person, which, picture });
    const trouble = store.pictureTroubleOf(url);
    if (trouble !== null) announce('picture.refused', { person, which, trouble });
  };
  return {
    fetchPictures: async (ids: readonly UserId[], signal: AbortSignal): Promise<void> => {
      await Promise.all(
        ids.map(async (person) => {
          const url = store.user(person)?.user.profileImageUrl;
          if (url) await fetchOne(person, 'profile', url, signal);
        }),
      );
    },
    fetchCover: async (shown: PersonPage, signal: AbortSignal): Promise<void> => {
      if (shown.user.coverImageUrl === null || shown.cover !== null) return;
      await fetchOne(shown.user.id, 'cover', shown.user.coverImageUrl, signal);
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
