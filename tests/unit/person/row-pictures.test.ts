import { expect, test } from 'vitest';
import type { UserId } from '../../../contract/ids.ts';
import { createRowPictures } from '../../../electron/person/row-pictures.ts';

const id = (nth: number) => `u-${nth}` as UserId;
const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, nth) => id(from + nth));
const turns = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

/** Pictures come when the test says so. */
function held() {
  const asked: { readonly id: UserId | undefined; readonly signal: AbortSignal; readonly come: () => Promise<void> }[] =
    [];
  const rows = createRowPictures({
    fetchPictures: ([one], signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => resolve());
        asked.push({
          id: one,
          signal,
          come: async () => {
            if (one === id(9)) reject(new Error('no'));
            else resolve();
            await turns();
          },
        });
      }),
    inBackground: (_, work) => void Promise.resolve(work()).catch(() => undefined),
  });
  const see = async (...seen: Parameters<typeof rows.see>) => {
    rows.see(...seen);
    await turns();
  };
  return { see, asked, names: () => asked.map((one) => one.id) };
}

test('two pictures are fetched at once, each once, in the order of the rows', async () => {
  const { see, asked, names } = held();
  await see(ids(0, 5));
  expect(names()).toEqual(ids(0, 2));
  await see(ids(0, 5));
  expect(names()).toEqual(ids(0, 2));
  await asked[0]?.come();
  expect(names()).toEqual(ids(0, 3));
});

test('rows that were scrolled past are dropped: what is under way ends, and what waits is not asked for', async () => {
  const { see, asked, names } = held();
  await see(ids(0, 5));
  await see(ids(1, 8).filter((one) => one !== id(2)));
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
  expect(names()).toEqual([id(0), id(1), id(3)]);
  await see([]);
  await turns();
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, true, true]);
  expect(names()).toHaveLength(3);
});

test('one that could not be had may be asked for again, and keeps no other waiting', async () => {
  const { see, asked, names } = held();
  await see([id(9), id(1), id(2)]);
  await asked[0]?.come();
  expect(names()).toEqual([id(9), id(1), id(2)]);
  await asked[1]?.come();
  await see([id(9)]);
  expect(names().at(-1)).toBe(id(9));
  expect(names()).toHaveLength(4);
});
