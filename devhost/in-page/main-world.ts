/**
 * What the host does in the page's own world, before any script of the page: puts up what the preload exposes, and
 * answers `window.open`, which Electron leaves to the main process. Its source is put into pages.
 */
import type { BridgeEnd } from './bridge-end.ts';

export function prepareMainWorld(end: BridgeEnd): void {
  function freeze(value: unknown): void {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return;
    if (Object.isFrozen(value) || ArrayBuffer.isView(value)) return;
    Object.freeze(value);
    for (const key of Object.getOwnPropertyNames(value)) freeze((value as Record<string, unknown>)[key]);
  }

  end.offer('expose', (key: string, api: unknown) => {
    if (Object.hasOwn(window, key)) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    freeze(api);
    Object.defineProperty(window, key, { value: api, enumerable: true, writable: false, configurable: false });
  });

  const { document } = window;
  const { URL } = globalThis;
  Object.defineProperty(window, 'open', {
    value: function open(url: unknown = '', name: unknown = '', features: unknown = '') {
      const address = `${url}` === '' ? 'about:blank' : new URL(`${url}`, document.baseURI).href;
      end.call('window-open', [address, `${name}`, `${features}`]);
      return null;
    },
    writable: true,
    enumerable: true,
    configurable: true,
  });
}
