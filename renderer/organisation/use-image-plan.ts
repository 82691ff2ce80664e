/** How large the map, or a branch of it, is as an image. */
import { useEffect, useState } from 'react';
import type { UserId } from '../../contract/ids.ts';
import { call } from '../bridge/call.ts';
import type { SaveWhat } from './save-choices.ts';
import { type LegibleImage, planMapImage } from './view/draw-image.ts';
import type { MapLook } from './view/map-store.ts';

/** Null: it is no map, or not known yet. */
export function useImagePlan(what: SaveWhat, id: UserId | null, look: MapLook): LegibleImage | null {
  const [plan, setPlan] = useState<{ readonly of: string; readonly plan: LegibleImage } | null>(null);
  const isMap = what === 'everybody' || what === 'branch';
  const of = `${what} ${what === 'branch' ? id : ''}`;
  useEffect(() => {
    if (!isMap) return;
    let isOver = false;
    void planMapImage(call, what === 'branch' ? id : null, look).then((answer) => {
      if (!isOver && answer.ok && answer.value !== null) setPlan({ of, plan: answer.value });
    });
    return () => {
      isOver = true;
    };
  }, [isMap, what, id, look, of]);
  return isMap && plan?.of === of ? plan.plan : null;
}
