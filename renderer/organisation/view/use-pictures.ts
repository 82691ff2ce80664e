/** Portraits for a view: those that its people had when they were read, and those that have come since. */
import { useEffect, useState } from 'react';
import type { Sha256, UserId } from '../../../contract/ids.ts';
import { pagePictures } from '../../picture/page-pictures.ts';
import { useStore } from '../../store/use-store.ts';
import { createPictures } from './pictures.ts';

/** Null: there is none, or it is on its way. The view is drawn again as others come. */
export type PictureOf = (id: UserId, picture: Sha256 | null) => HTMLCanvasElement | null;

export function usePictures(request: () => void): PictureOf {
  const arrived = useStore((state) => state.pictures);
  const [pictures] = useState(() => createPictures(request, pagePictures));
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are drawn
  useEffect(request, [arrived]);
  return (id, picture) => {
    const newest = arrived.get(id) ?? picture;
    return newest === null ? null : pictures.of(newest);
  };
}
