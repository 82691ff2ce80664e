/** The page waits for its typeface, but neither for a file of it that is damaged nor for one that never comes. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadTypeface } from '../../../renderer/appearance/load-typeface.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const face = {} as FontFace;
const never = { load: () => new Promise<FontFace>(() => undefined) };
const here = { load: async () => face };
const damaged = { load: () => Promise.reject(new DOMException('not a font', 'NetworkError')) };

/** Whether it has resolved by now. */
async function loaded(faces: readonly { readonly load: () => Promise<FontFace> }[]): Promise<() => boolean> {
  let isLoaded = false;
  void loadTypeface(faces).then(() => {
    isLoaded = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  return () => isLoaded;
}

test('every script is waited for', async () => {
  let come = (_face: FontFace): void => undefined;
  const slow = { load: () => new Promise<FontFace>((resolve) => (come = resolve)) };
  const isLoaded = await loaded([here, slow]);
  expect(isLoaded()).toBe(false);
  come(face);
  await vi.advanceTimersByTimeAsync(0);
  expect(isLoaded()).toBe(true);
});

test('a damaged file is not waited for', async () => {
  expect((await loaded([damaged, here]))()).toBe(true);
});

test('a file that never comes is given up', async () => {
  const isLoaded = await loaded([here, never]);
  expect(isLoaded()).toBe(false);
  await vi.advanceTimersByTimeAsync(500);
  expect(isLoaded()).toBe(true);
});
