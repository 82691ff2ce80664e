/** What the chart and the map have in common: a canvas with a camera, the stand-ins that go along with it, and what of it can be saved. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Box } from '../../../contract/organisation-items.ts';
import { seenBox } from './camera.ts';
import type { Pen } from './scene.ts';
import type { SeenView, SeenViewPlace } from './seen-view.ts';
import { moveLayer } from './stand-in-tree.tsx';
import { useCanvas, type View } from './use-canvas.ts';
import { type PictureOf, usePictures } from './use-pictures.ts';
import { createScaleTeller, type ScaleTeller } from './view-bar.tsx';

/** What a view does, as it is drawn now. */
export type ViewActs = {
  readonly draw: (pen: Pen) => void;
  /** As the camera's. */
  readonly held: () => Box | null;
  /** With each frame in which the camera moved. */
  readonly onMove: () => void;
  readonly onRest: () => void;
  /** As of `SeenView`. */
  readonly chart: SeenView['chart'];
};

export type SharedView = View & {
  readonly tree: RefObject<HTMLDivElement | null>;
  /** Of the stand-ins: it goes along with the camera. */
  readonly layer: RefObject<HTMLDivElement | null>;
  readonly scale: ScaleTeller;
  readonly pictureOf: PictureOf;
  /** Gives the keys to the stand-ins. */
  readonly focus: () => void;
  /** To be told each time the view is rendered. */
  readonly acts: (now: ViewActs) => void;
};

const idle: ViewActs = {
  draw: () => undefined,
  held: () => null,
  onMove: () => undefined,
  onRest: () => undefined,
  chart: () => null,
};

/** `place`: where it is told what of the view can be saved. */
export function useView(place: SeenViewPlace, isMap: boolean): SharedView {
  const tree = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const latest = useRef(idle);
  const [scale] = useState(createScaleTeller);
  const view = useCanvas({
    held: () => latest.current.held(),
    draw: (pen) => latest.current.draw(pen),
    onMove: () => {
      latest.current.onMove();
      scale.tell(camera.now().k);
      moveLayer(layer.current, camera);
    },
    onRest: () => latest.current.onRest(),
  });
  const { camera, canvas, lend, request } = view;
  const pictureOf = usePictures(request);
  useEffect(() => {
    place.current = {
      chart: () => latest.current.chart(),
      region: () => (isMap ? { region: seenBox(camera.now(), camera.size()), scale: camera.now().k } : null),
      canvas: () => canvas.current,
      lend,
      pictureOf,
    };
    return () => {
      place.current = null;
    };
  }, [place, isMap, camera, canvas, lend, pictureOf]);
  const acts = useCallback((now: ViewActs) => {
    latest.current = now;
  }, []);
  const focus = () => tree.current?.focus({ preventScroll: true });
  return { ...view, tree, layer, scale, pictureOf, focus, acts };
}
