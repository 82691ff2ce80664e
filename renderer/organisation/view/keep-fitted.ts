/** What was fitted into a view is fitted again when the view or what is fitted has another size, unless the camera was moved since. */
import type { Size } from './camera.ts';
import type { Camera } from './chart-props.ts';
import type { ViewCamera } from './view-camera.ts';

/** Something that is fitted into the view as large as it is. */
export type Fitted = {
  readonly what: 'whole' | 'branch';
  /** The key of whose it is; 0: everybody's. */
  readonly key: number;
  readonly camera: Camera;
};

export type KeepFitted = {
  /** To be called with each move of the camera, and whenever the view or what is fitted may have another size. */
  readonly moved: () => void;
  /** What the camera is fitted to, or is flying to; null: neither. */
  readonly fit: () => Fitted['what'] | null;
};

export function createKeepFitted(
  camera: Pick<ViewCamera, 'goal' | 'size' | 'jump'>,
  fits: () => readonly Fitted[],
): KeepFitted {
  let before: { readonly size: Size; readonly goal: Camera; readonly fit: Fitted | null } | null = null;
  return {
    moved: () => {
      const size = camera.size();
      // A flight that goes on leads to where it began to lead to, in a view of whatever size.
      const goal = camera.goal();
      const all = fits();
      const fit = before?.fit ?? null;
      const isResized = before !== null && (before.size.w !== size.w || before.size.h !== size.h);
      const isLeft = before === null || (!isResized && !isSame(goal, before.goal));
      const again =
        fit === null || isLeft ? undefined : all.find(({ what, key }) => what === fit.what && key === fit.key);
      const now = again ?? all.find((one) => isSame(goal, one.camera)) ?? null;
      before = { size, goal: now?.camera ?? goal, fit: now };
      if (again !== undefined && !isSame(goal, again.camera)) camera.jump(again.camera);
    },
    fit: () => before?.fit?.what ?? null,
  };
}

/** On its way through the zoom a camera is no longer the same to the last digit. */
function isSame(one: Camera, other: Camera): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) * other.k < 0.01;
  return near(one.x, other.x) && near(one.y, other.y) && Math.abs(one.k / other.k - 1) < 1e-6;
}
