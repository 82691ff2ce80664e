import { expect, test } from 'vitest';
import { tellNetwork } from '../../../renderer/frame/tell-network.ts';

function pageOf(onLine: boolean) {
  const told: boolean[] = [];
  const page = Object.assign(new EventTarget(), { navigator: { onLine } });
  tellNetwork(page, (isOnline) => told.push(isOnline));
  return { page, told };
}

test.each([true, false])('it is told at the start how it is (%s)', (onLine) => {
  expect(pageOf(onLine).told).toEqual([onLine]);
});

test('it is told whenever it goes and comes', () => {
  const { page, told } = pageOf(true);
  for (const name of ['offline', 'online', 'offline']) page.dispatchEvent(new Event(name));
  expect(told.slice(1)).toEqual([false, true, false]);
});
