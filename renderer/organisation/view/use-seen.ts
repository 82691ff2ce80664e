/** What of a drawing is in sight: those people are asked for, and portraits of those whose card shows one. */
import { useCallback, useEffect, useRef } from 'react';
import { mostSeen } from '../../../contract/bounds.ts';
import type { UserId } from '../../../contract/ids.ts';
import type { Item } from '../../../contract/organisation-items.ts';
import { call } from '../../bridge/call.ts';
import { store } from '../../store/use-store.ts';
import { seenBox } from './camera.ts';
import { heights } from './draw-card.ts';
import type { Members } from './members.ts';
import type { ViewCamera } from './view-camera.ts';

/** While the camera moves, those in sight are asked for so often. */
const everyMs = 120;

export type Seen = {
  /** `around`: those that the keys reach from the active one, in sight or not. */
  readonly look: (items: readonly Item[], members: Members, around: readonly number[]) => void;
  /** The same, of a camera that moves: not each time. */
  readonly glance: (items: readonly Item[], members: Members, around: readonly number[]) => void;
  readonly askPictures: (items: readonly Item[], members: Members) => void;
};

/** How high an item is as its name is concerned; 0: it has none. */
export type HeightOf = (item: Item) => number;
const isPerson = ({ kind }: Item): boolean => kind === 'card' || kind === 'other';
const inChart: HeightOf = (item) => (isPerson(item) ? item.h : item.kind === 'line' ? 0 : Number.POSITIVE_INFINITY);

export function useSeen(camera: ViewCamera, heightOf: HeightOf = inChart): Seen {
  const looked = useRef(0);
  const asked = useRef<readonly UserId[]>([]);

  const inSight = useCallback(
    (items: readonly Item[], least: number): number[] => {
      const now = camera.now();
      const { x, y, w, h } = seenBox(now, camera.size());
      return items
        .filter(
          (item) =>
            heightOf(item) * now.k >= least &&
            item.x < x + w &&
            item.x + item.w > x &&
            item.y < y + h &&
            item.y + item.h > y,
        )
        .map(({ key }) => key);
    },
    [camera, heightOf],
  );
  const look = useCallback<Seen['look']>(
    (items, members, around) => {
      looked.current = performance.now();
      members.want([...new Set([...around, ...inSight(items, heights.name)])].filter((key) => key !== 0));
    },
    [inSight],
  );
  useEffect(() => () => void call('people.rowsSeen', { ids: [] }), []);

  return {
    look,
    glance: useCallback(
      (items, members, around) => {
        if (performance.now() - looked.current > everyMs) look(items, members, around);
      },
      [look],
    ),
    askPictures: useCallback(
      (items, members) => {
        const { pictures } = store.getState();
        const lacking = [...new Set(inSight(items.filter(isPerson), heights.picture))].flatMap((key) => {
          const member = members.of(key);
          return member?.card == null || member.card.picture !== null || pictures.has(member.id) ? [] : [member.id];
        });
        const ids = lacking.slice(0, mostSeen);
        const isSame = ids.length === asked.current.length && ids.every((id, nth) => id === asked.current[nth]);
        asked.current = ids;
        if (!isSame) void call('people.rowsSeen', { ids });
      },
      [inSight],
    ),
  };
}
