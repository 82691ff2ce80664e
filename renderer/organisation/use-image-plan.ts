/** How large the map, or a branch of it, is as an image. */
import { useEffect, useState } from 'react';
import type { UserId } from '../../contract/ids.ts';
import { call } from '../bridge/call.ts';
import type { SaveWhat } from './save-choices.ts';
import { type ImagePlan, mapBox, planImage } from './view/draw-image.ts';
import type { MapLook } from './view/map-store.ts';

/** Null: it is no map, or not known yet. */
export function useImagePlan(what: SaveWhat, id: UserId | null, look: MapLook): ImagePlan | null {
  const [plan, setPlan] = useState<{ readonly of: string; readonly plan: ImagePlan } | null>(null);
  const isMap = what === 'everybody' || what === 'branch';
  const of = `${what} ${what === 'branch' ? id : ''}`;
  useEffect(() => {
    if (!isMap) return;
    let isOver = false;
    void mapBox(call, what === 'branch' ? id : null, look).then((box) => {
      if (!isOver && box.ok && box.value !== null) setPlan({ of, plan: planImage(box.value) });
    });
    return () => {
      isOver = true;
    };
  }, [isMap, what, id, look, of]);
  return isMap && plan?.of === of ? plan.plan : null;
}
