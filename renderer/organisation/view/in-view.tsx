/** What encloses the middle of the map's view, the outermost first: each leads to all of it. */
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { Item } from '../../../contract/organisation-items.ts';
import organisation from '../organisation.module.css';
import { memberName } from '../row-words.ts';
import { Trail } from '../trail.tsx';
import own from './map.module.css';
import { enclosing } from './map-hit.ts';
import { branchOf } from './map-look.ts';
import { covers } from './map-window.ts';
import type { ShownMap } from './use-map.ts';
import type { ViewCamera } from './view-camera.ts';

type InViewProps = {
  readonly map: ShownMap;
  readonly camera: ViewCamera;
  /** What is called whenever the camera moved. */
  readonly follow: RefObject<() => void>;
};

export function InView({ map, camera, follow }: InViewProps) {
  const { state, members, store } = map;
  const [shown, setShown] = useState<readonly Item[]>([]);
  useLayoutEffect(() => {
    follow.current = () => {
      const { whole, near } = store.getState();
      const part = near !== null && covers(near.window, camera.now(), camera.size()) ? near : whole;
      const next = enclosing(part?.items ?? [], camera.now());
      setShown((before) => (next.length === before.length && next.every(isSame(before)) ? before : next));
    };
    return () => {
      follow.current = () => undefined;
    };
  }, [camera, follow, store]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part of the map came
  useEffect(() => follow.current(), [follow, state.near, state.whole]);
  // Those whose name is not drawn are known by it here.
  useEffect(() => {
    for (const { key } of shown) if (key !== 0) void members.get(key);
  }, [shown, members]);

  const nameOf = ({ key }: Item): string => {
    const member = key === 0 ? undefined : members.of(key);
    return key === 0 ? 'Everybody' : member === undefined ? '…' : memberName(member);
  };
  const go = (item: Item) => camera.fly((size) => branchOf(item, size, map.least()));
  return (
    <div className={own.inView}>
      <span aria-hidden="true">In view:</span>
      <Trail
        label="In view"
        steps={shown}
        stepOf={(item) => ({ key: item.key, name: nameOf(item) })}
        link={(item) => (
          <button type="button" className={organisation.step} title={nameOf(item)} onClick={() => go(item)}>
            <bdi>{nameOf(item)}</bdi>
          </button>
        )}
        onGo={go}
      />
    </div>
  );
}

/** Of another snapshot the same territory may lie elsewhere. */
function isSame(before: readonly Item[]): (item: Item, nth: number) => boolean {
  return ({ key, x, y, w }, nth) => {
    const other = before[nth];
    return other?.key === key && other.x === x && other.y === y && other.w === w;
  };
}
