/**
 * The camera of a view: moved by mouse, wheel, fingers and keys. d3-zoom reads dragging, pinching and the wheel; panning with two
 * fingers and flights are here.
 */
import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import type { Box } from '../../../contract/organisation-items.ts';
import { createWheelReader } from '../../keyboard/wheel.ts';
import { flightBetween, type Point, revealed, type Size, scaled, scales, seesAll } from './camera.ts';
import type { Camera } from './chart-props.ts';

export type ViewCamera = {
  readonly now: () => Camera;
  /** Where it is, or is flying to. */
  readonly goal: () => Camera;
  readonly size: () => Size;
  readonly jump: (camera: Camera) => void;
  /** Flies there; jumps where the system asks for less motion. Moving it ends the flight; another size of the view leads it on. */
  readonly fly: (to: Aim) => void;
  /** Nearer or further by a step, or to 100 %, with the middle where it is. Flies there, or steps as the keys do. */
  readonly zoom: (by: ZoomBy) => void;
  readonly step: (by: Exclude<ZoomBy, 'whole'>) => void;
  readonly panBy: (by: Point) => void;
  /** How small anything is drawn from now on. */
  readonly limit: (least: number) => void;
  /** What is looked at has moved: the camera goes along, and so does where it is flying to. */
  readonly shift: (by: Point) => void;
  /** The view is as large as its element: what is in the middle stays there, as far as who is held stays in view. */
  readonly resize: (size: Size) => void;
  /** Hears the element's mouse and fingers. Returns the function that ends it. */
  readonly attach: (element: HTMLElement) => () => void;
};

/** From where something is looked at in a view of a size. */
export type Aim = (size: Size) => Camera;

export type ZoomBy = 'nearer' | 'further' | 'whole';

export type ViewCameraNeeds = {
  /** Whose box stays in view when the view becomes smaller; null: nobody's. */
  readonly held: () => Box | null;
  readonly onMove: () => void;
  /** It has not moved for a moment. */
  readonly onRest: () => void;
};

const restMs = 200;
/** Of one press. */
const zoomStep = 1.25;

export function createViewCamera({ held, onMove, onRest }: ViewCameraNeeds): ViewCamera {
  let camera: Camera = { x: 0, y: 0, k: 1 };
  let size: Size = { w: 0, h: 0 };
  let element: HTMLElement | null = null;
  let flight = 0;
  let puts = 0;
  let least: number = scales.least;
  /** By how much what is looked at has moved since the flight began. */
  let shifted: Point = { x: 0, y: 0 };
  let destination: Aim | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([scales.least, scales.most])
    .extent(() => [
      [0, 0],
      [size.w, size.h],
    ])
    .clickDistance(4)
    .on('start', ({ sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      if (sourceEvent !== null) endFlight();
    })
    .on('zoom', ({ transform }: D3ZoomEvent<HTMLElement, unknown>) => {
      camera = cameraOf(transform);
      moved();
    });

  const moved = (): void => {
    onMove();
    clearTimeout(resting);
    resting = setTimeout(onRest, restMs);
  };
  const endFlight = (): void => {
    cancelAnimationFrame(flight);
    flight = 0;
    destination = null;
  };
  const cameraOf = ({ x, y, k }: ZoomTransform): Camera => ({ x: (size.w / 2 - x) / k, y: (size.h / 2 - y) / k, k });
  const put = (to: Camera): void => {
    camera = to;
    if (element === null) return;
    puts += 1;
    const own = puts;
    const transform = zoomIdentity.translate(size.w / 2 - to.x * to.k, size.h / 2 - to.y * to.k).scale(to.k);
    select(element).call(behaviour.transform, transform);
    // As it was asked for, whatever the arithmetic makes of it on the way; unless who was told of it put it elsewhere.
    if (own === puts) camera = to;
  };
  const goal = (): Camera => {
    if (destination === null) return camera;
    const { x, y, k } = destination(size);
    return { x: x + shifted.x, y: y + shifted.y, k };
  };
  const jump = (to: Camera): void => {
    endFlight();
    put(to);
  };
  const setOff = (to: Aim): void => {
    cancelAnimationFrame(flight);
    const from = { x: camera.x - shifted.x, y: camera.y - shifted.y, k: camera.k };
    const { ms, at } = flightBetween(from, to(size), size);
    const begun = performance.now();
    const step = (time: number) => {
      const part = Math.min(1, Math.max(0, (time - begun) / ms));
      const { x, y, k } = at(part);
      put({ x: x + shifted.x, y: y + shifted.y, k });
      if (part < 1) flight = requestAnimationFrame(step);
      else endFlight();
    };
    flight = requestAnimationFrame(step);
  };
  const fly = (to: Aim): void => {
    endFlight();
    if (size.w === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      put(to(size));
      return;
    }
    shifted = { x: 0, y: 0 };
    destination = to;
    setOff(to);
  };
  const zoomed = (by: ZoomBy): Camera => {
    const from = goal();
    const k = by === 'whole' ? 1 : by === 'nearer' ? from.k * zoomStep : from.k / zoomStep;
    return scaled(from, size, k, undefined, least);
  };
  const panBy = ({ x, y }: Point): void =>
    jump({ x: camera.x + x / camera.k, y: camera.y + y / camera.k, k: camera.k });

  return {
    now: () => camera,
    goal,
    size: () => size,
    jump,
    panBy,
    shift: ({ x, y }) => {
      if (x === 0 && y === 0) return;
      shifted = { x: shifted.x + x, y: shifted.y + y };
      put({ x: camera.x + x, y: camera.y + y, k: camera.k });
    },
    fly,
    zoom: (by) => {
      const to = zoomed(by);
      fly(() => to);
    },
    step: (by) => jump(zoomed(by)),
    limit: (to) => {
      least = to;
      behaviour.scaleExtent([least, scales.most]);
    },
    resize: (next) => {
      const box = held();
      const isHeld = box !== null && seesAll(camera, size, box);
      size = next;
      put(isHeld ? revealed(camera, size, box) : camera);
      if (destination !== null) setOff(destination);
    },
    attach: (to) => {
      element = to;
      const read = createWheelReader();
      const onWheel = (event: WheelEvent) => {
        if (read(event) === 'zoom') return;
        event.preventDefault();
        event.stopImmediatePropagation();
        panBy({ x: event.deltaX, y: event.deltaY });
      };
      // Before d3-zoom's own, so that panning keeps it from zooming.
      to.addEventListener('wheel', onWheel, { passive: false });
      select(to).call(behaviour).on('dblclick.zoom', null);
      put(camera);
      return () => {
        endFlight();
        clearTimeout(resting);
        to.removeEventListener('wheel', onWheel);
        select(to).on('.zoom', null);
        element = null;
      };
    },
  };
}
