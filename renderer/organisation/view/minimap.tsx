/** The whole map, small, with what of it is in view: pressing or dragging moves the view. For the mouse; the keys have the map. */
import { type PointerEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type Size, seenBox } from './camera.ts';
import { drawTerritories } from './draw-map.ts';
import classes from './map.module.css';
import type { MapPart } from './map-store.ts';
import type { Palette } from './palette.ts';
import type { ViewCamera } from './view-camera.ts';

type MinimapProps = {
  readonly whole: MapPart;
  readonly extent: Size;
  readonly palette: Palette;
  readonly camera: ViewCamera;
  /** What is called whenever the camera moved. */
  readonly follow: RefObject<() => void>;
};

/** No wider and no higher, in pixels. */
const most = { w: 150, h: 110 } as const;

export function Minimap({ whole, extent, palette, camera, follow }: MinimapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<HTMLCanvasElement | null>(null);
  const scale = Math.min(most.w / extent.w, most.h / extent.h);
  const [width, height] = [Math.max(1, Math.round(extent.w * scale)), Math.max(1, Math.round(extent.h * scale))];

  useLayoutEffect(() => {
    follow.current = () => {
      const context = canvas.current?.getContext('2d') ?? null;
      if (canvas.current === null || context === null) return;
      const seen = seenBox(camera.now(), camera.size());
      // All of it is in view: there is nothing to be found.
      canvas.current.hidden = seen.x <= 0 && seen.y <= 0 && seen.x + seen.w >= extent.w && seen.y + seen.h >= extent.h;
      if (canvas.current.hidden) return;
      context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
      context.clearRect(0, 0, width, height);
      if (drawn.current !== null) context.drawImage(drawn.current, 0, 0, width, height);
      const [left, top] = [Math.max(1, seen.x * scale), Math.max(1, seen.y * scale)];
      const right = Math.min(width - 1, (seen.x + seen.w) * scale);
      const bottom = Math.min(height - 1, (seen.y + seen.h) * scale);
      if (right < 0 || bottom < 0 || left > width || top > height) return;
      context.lineWidth = 2;
      context.strokeStyle = palette.accent;
      context.strokeRect(left, top, Math.max(3, right - left), Math.max(3, bottom - top));
    };
    return () => {
      follow.current = () => undefined;
    };
  }, [camera, extent, follow, height, palette, scale, width]);

  // Drawn once; what moves is drawn over it.
  useEffect(() => {
    const picture = document.createElement('canvas');
    picture.width = Math.round(width * devicePixelRatio);
    picture.height = Math.round(height * devicePixelRatio);
    const context = picture.getContext('2d');
    if (context === null) return;
    context.scale(devicePixelRatio, devicePixelRatio);
    const shown = whole.items.map((item) => ({
      item,
      box: { x: item.x * scale, y: item.y * scale, w: item.w * scale, h: item.h * scale },
    }));
    drawTerritories({ context, palette }, whole, shown);
    drawn.current = picture;
    follow.current();
  }, [whole, palette, width, height, scale, follow]);

  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.left) / scale;
    const y = (event.clientY - box.top) / scale;
    camera.jump({ x, y, k: camera.now().k });
  };
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas has no focus
    <canvas
      ref={canvas}
      width={Math.round(width * devicePixelRatio)}
      height={Math.round(height * devicePixelRatio)}
      style={{ width, height }}
      className={classes.minimap}
      aria-hidden="true"
      onPointerDown={go}
      onPointerMove={go}
    />
  );
}
