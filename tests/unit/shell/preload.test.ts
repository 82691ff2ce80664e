/** What the page is given: one bridge with two ways, each of which carries what it is there for and nothing of Electron. */
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { type Bridge, callChannel, eventChannel } from '../../../contract/bridge.ts';

const electron = vi.hoisted(() => ({
  exposed: [] as (readonly [string, unknown])[],
  invoked: [] as unknown[][],
  answer: null as unknown,
}));
const ipc = new EventEmitter();
/** Of a project that tests are not built with: its Electron is the sandboxed one. */
const preload = join(import.meta.dirname, '../../../electron/preload.ts');

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => electron.exposed.push([name, value]) },
  ipcRenderer: {
    invoke: async (...given: unknown[]) => {
      electron.invoked.push(given);
      return electron.answer;
    },
    on: (...given: Parameters<EventEmitter['on']>) => ipc.on(...given),
    off: (...given: Parameters<EventEmitter['off']>) => ipc.off(...given),
  },
}));

let bridge: Bridge;
beforeEach(async () => {
  electron.exposed.length = 0;
  electron.invoked.length = 0;
  vi.resetModules();
  await import(preload);
  bridge = electron.exposed[0]?.[1] as Bridge;
});

it('is one object with two functions', () => {
  expect(electron.exposed).toEqual([['rolodesk', { call: expect.any(Function), listen: expect.any(Function) }]]);
});

it('calls on one channel, whatever else the page passes', async () => {
  const call = bridge.call as (...given: unknown[]) => Promise<unknown>;
  electron.answer = 'the answer';
  expect(await call('people.open', { id: 'u-1' }, 'more', 'and more')).toBe('the answer');
  expect(electron.invoked).toEqual([[callChannel, 'people.open', { id: 'u-1' }]]);
});

it('gives an answer on as it came, bytes too', async () => {
  const items = Uint8Array.of(1, 2, 255);
  electron.answer = { ok: true, value: { items } };
  const answer = await (bridge.call as (name: string, input: unknown) => Promise<unknown>)('organisation.chart', null);
  expect(answer).toBe(electron.answer);
  expect(answer).toEqual({ ok: true, value: { items } });
});

it('tells of events alone, on one channel, until it is told to stop', () => {
  const heard: unknown[][] = [];
  const stop = bridge.listen((...given: unknown[]) => void heard.push(given));
  expect(ipc.eventNames()).toEqual([eventChannel]);
  ipc.emit(eventChannel, { sender: ipc }, { name: 'page.wanted' }, 'more');
  expect(heard).toEqual([[{ name: 'page.wanted' }]]);
  expect(stop()).toBeUndefined();
  expect(ipc.eventNames()).toEqual([]);
});
