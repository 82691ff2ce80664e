/** What was fitted into a view is fitted again when the view has another size, unless the camera was moved since. */
import type { Size } from './camera.ts';
import type { Camera } from './chart-props.ts';
import type { ViewCamera } from './view-camera.ts';

export type KeepFitted = {
  /** To be called with each move of the camera, and whenever the view has another size. */
  readonly moved: () => void;
  /** Which of the fits the camera is at, by its place among them; -1: none. */
  readonly fit: () => number;
};

/** `fits`: the cameras that something is fitted with in the view as large as it is, always in the same order. */
export function createKeepFitted(
  camera: Pick<ViewCamera, 'now' | 'size' | 'jump'>,
  fits: () => readonly Camera[],
): KeepFitted {
  let before: { readonly size: Size; readonly fit: number } | null = null;
  return {
    moved: () => {
      const size = camera.size();
      const isResized = before !== null && (before.size.w !== size.w || before.size.h !== size.h);
      const all = fits();
      const again = isResized && before !== null ? all[before.fit] : undefined;
      const fit = again === undefined ? all.findIndex((one) => isSame(camera.now(), one)) : all.indexOf(again);
      before = { size, fit };
      if (again !== undefined) camera.jump(again);
    },
    fit: () => before?.fit ?? -1,
  };
}

/** On its way through the zoom a camera is no longer the same to the last digit. */
function isSame(one: Camera, other: Camera): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) * other.k < 0.01;
  return near(one.x, other.x) && near(one.y, other.y) && Math.abs(one.k / other.k - 1) < 1e-6;
}
