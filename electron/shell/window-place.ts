/**
 * Where the window was left: kept in `window.json`, and given back only so far as a display of today shows it. What
 * cannot be read or kept is no trouble to anybody: the window then opens as it first did. Wayland tells no place (x and y
 * are 0, and a place asked for is not given): there the size alone comes back. On Linux a maximised or minimised window may tell
 * its present bounds as its normal ones.
 */
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { parseJsonFile } from '../disk/json-file.ts';
import { readOwnFile, replaceOwnFile } from '../disk/own-file.ts';

const WindowPlace = z.object({
  x: z.int32(),
  y: z.int32(),
  width: z.int32().positive(),
  height: z.int32().positive(),
  /** The rest is then what it goes back to. */
  isMaximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

export type Size = { readonly width: number; readonly height: number };

/** What a window is opened with; without a place, the system chooses one. */
export type Opening = Size & { readonly x?: number; readonly y?: number; readonly isMaximized: boolean };

/** Moving and resizing are told of many times a second; this long after the last, the window counts as left there. */
const settledAfterMs = 500;

/** `null` where there is no such file, or one that is damaged. */
export function readWindowPlace(file: string): WindowPlace | null {
  try {
    return WindowPlace.safeParse(parseJsonFile(readOwnFile(file))).data ?? null;
  } catch {
    return null;
  }
}

/** Written whole or not at all, for the owner alone. */
export function writeWindowPlace(file: string, place: WindowPlace): void {
  try {
    replaceOwnFile(file, JSON.stringify(place));
  } catch {
    // A full disk must not keep a window from closing.
  }
}

/**
 * The place as far as the displays allow: moved and shrunk into the work area that shows the most of it, but never
 * below `least`. Where none shows any of it, only the size is kept. `workAreas`: the displays', the primary one first.
 */
export function placeOn(workAreas: readonly Rectangle[], place: WindowPlace, least: Size): Opening {
  const { isMaximized } = place;
  const seen = [...workAreas].sort((a, b) => overlap(b, place) - overlap(a, place))[0];
  if (seen === undefined) return { ...least, isMaximized };
  const width = Math.max(least.width, Math.min(place.width, seen.width));
  const height = Math.max(least.height, Math.min(place.height, seen.height));
  if (overlap(seen, place) === 0) return { width, height, isMaximized };
  // The top left corner comes last, for it is where a window is taken hold of.
  const x = Math.max(seen.x, Math.min(place.x, seen.x + seen.width - width));
  const y = Math.max(seen.y, Math.min(place.y, seen.y + seen.height - height));
  return { x, y, width, height, isMaximized };
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

type Kept = Pick<BrowserWindow, 'getNormalBounds' | 'isFullScreen' | 'isMaximized' | 'isMinimized' | 'on'>;

/** Keeps a window's place from now on: once it rests, and when it closes. */
export function keepWindowPlace(window: Kept, file: string, { sleep }: Pick<Clock, 'sleep'>): void {
  let isMaximized = window.isMaximized();
  let settling = new AbortController();
  const keep = () => {
    settling.abort();
    // Minimised or over the full screen, a window does not tell what it goes back to.
    if (!window.isMinimized() && !window.isFullScreen()) isMaximized = window.isMaximized();
    const { x, y, width, height } = window.getNormalBounds();
    writeWindowPlace(file, { x, y, width, height, isMaximized });
  };
  const changed = () => {
    settling.abort();
    settling = new AbortController();
    sleep(settledAfterMs, settling.signal).then(keep, () => undefined);
  };
  // Each by itself: the event is part of the overload.
  window.on('resize', changed);
  window.on('move', changed);
  window.on('maximize', changed);
  window.on('unmaximize', changed);
  window.on('close', keep);
  window.on('closed', () => settling.abort());
}
