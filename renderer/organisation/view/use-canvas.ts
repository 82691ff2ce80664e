/** A canvas as large as its place, drawn when something changed and at no other time. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Box } from '../../../contract/organisation-items.ts';
import { createTextFitter, type TextFitter } from './fit-text.ts';
import { type IconPaths, readIcons } from './icon-paths.ts';
import { type Palette, readPalette, watchPalette } from './palette.ts';
import type { Pen } from './scene.ts';
import { createViewCamera, type ViewCamera } from './view-camera.ts';

export type View = {
  /** Hears the mouse. */
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly probe: RefObject<HTMLDivElement | null>;
  readonly camera: ViewCamera;
  /** Draws with the next frame. */
  readonly request: () => void;
  /** What another canvas is drawn with; null: it is not read yet. */
  readonly lend: () => Drawing | null;
};

export type Drawing = {
  readonly palette: Palette;
  readonly icons: IconPaths;
  readonly text: TextFitter;
  readonly family: string;
};

type CanvasNeeds = {
  /** As the camera's. */
  readonly held: () => Box | null;
  readonly draw: (pen: Pen) => void;
  /** With each frame in which the camera moved. */
  readonly onMove: () => void;
  readonly onRest: () => void;
};

export function useCanvas(needs: CanvasNeeds): View {
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const latest = useRef(needs);
  useLayoutEffect(() => {
    latest.current = needs;
  });
  const drawing = useRef<Drawing | null>(null);
  const frame = useRef(0);

  const drawNow = useCallback((camera: ViewCamera) => {
    const context = canvas.current?.getContext('2d') ?? null;
    const size = camera.size();
    if (context === null || drawing.current === null || size.w === 0) return;
    const ratio = devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    latest.current.draw({ ...drawing.current, context, camera: camera.now(), size });
  }, []);

  const [{ camera, request }] = useState(() => {
    const ask = () => {
      if (frame.current !== 0) return;
      frame.current = requestAnimationFrame(() => {
        frame.current = 0;
        drawNow(made);
      });
    };
    const made = createViewCamera({
      held: () => latest.current.held(),
      onMove: () => {
        latest.current.onMove();
        ask();
      },
      onRest: () => latest.current.onRest(),
    });
    return { camera: made, request: ask };
  });

  useLayoutEffect(() => {
    const [place, drawn] = [surface.current, canvas.current];
    if (place === null || drawn === null) return;
    const fill = () => {
      const size = { w: place.clientWidth, h: place.clientHeight };
      if (size.w === 0 || size.h === 0) return;
      drawn.width = Math.round(size.w * devicePixelRatio);
      drawn.height = Math.round(size.h * devicePixelRatio);
      camera.resize(size);
      // What has a new size is empty until it is drawn: not a frame later.
      drawNow(camera);
    };
    const detach = camera.attach(place);
    const watch = new ResizeObserver(fill);
    watch.observe(place);
    const unwatch = watchPixels(fill);
    return () => {
      watch.disconnect();
      unwatch();
      detach();
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
  }, [camera, drawNow]);

  useEffect(() => {
    const [read, drawn] = [probe.current, canvas.current];
    if (read === null || drawn === null) return;
    const prepare = () => {
      const { fontFamily } = getComputedStyle(drawn);
      const context = document.createElement('canvas').getContext('2d');
      const measure = (text: string, font: string): number => {
        if (context === null) return 0;
        context.font = font;
        return context.measureText(text).width;
      };
      const text = createTextFitter(measure);
      drawing.current = { palette: readPalette(read), icons: readIcons(read), text, family: fontFamily };
      request();
    };
    prepare();
    // Faces are loaded with the first text that needs them: what was measured before is of another face.
    document.fonts.addEventListener('loadingdone', prepare);
    const unwatch = watchPalette(prepare);
    return () => {
      document.fonts.removeEventListener('loadingdone', prepare);
      unwatch();
    };
  }, [request]);

  const lend = useCallback(() => drawing.current, []);
  return { surface, canvas, probe, camera, request, lend };
}

/** Calls when a pixel of the page becomes more or fewer of the screen: another screen, or another zoom. */
function watchPixels(onChange: () => void): () => void {
  let query: MediaQueryList | null = null;
  const watch = () => {
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', changed, { once: true });
  };
  const changed = () => {
    onChange();
    watch();
  };
  watch();
  return () => query?.removeEventListener('change', changed);
}
