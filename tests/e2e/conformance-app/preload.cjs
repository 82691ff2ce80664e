const { contextBridge, ipcRenderer } = require('electron');

globalThis.preloadSecret = 'secret';

class Animal {
  name = 'cat';
  speak() {
    return 'miaow';
  }
}

const kinds = {
  clonable: () => ({
    text: 'ü😀',
    none: undefined,
    nothing: null,
    big: 2n ** 70n,
    odd: [Number.NaN, Number.POSITIVE_INFINITY, -0],
    date: new Date(86_400_000),
    map: new Map([['key', new Set([1, 2])]]),
    bytes: new Uint8Array([1, 2, 255]),
    words: new Float64Array([1.5, -2]),
    error: new RangeError('too far'),
  }),
  circular: () => {
    const value = { name: 'ring' };
    value.self = value;
    return value;
  },
  function: () => () => {},
  nested: () => ({ list: [{ inner: () => {} }] }),
  symbol: () => Symbol('s'),
  promise: () => Promise.resolve(1),
  weak: () => new WeakMap(),
  node: () => document.body,
};

async function attempt(what) {
  try {
    return { value: await what() };
  } catch (error) {
    return { refused: error.message };
  }
}

/** Says in words what a value is, so that a test can read it over any wire. */
function describe(value) {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : `${value}`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  if (value instanceof Date) return `Date ${value.toISOString()}`;
  if (value instanceof Error) return `${value.constructor.name} ${value.name} ${value.message}`;
  if (value instanceof Map) return `Map ${[...value].map(([key, inner]) => `${describe(key)}→${describe(inner)}`)}`;
  if (value instanceof Set) return `Set ${[...value].map(describe)}`;
  if (ArrayBuffer.isView(value)) return `${value.constructor.name} ${value}`;
  if (Array.isArray(value)) return `[${value.map(describe)}]`;
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${describe(inner)}`)
    .join('; ');
}

contextBridge.exposeInMainWorld('bridge', {
  version: 1,
  nested: { list: [1, { deep: true }] },
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  note: (value) => ipcRenderer.send('noted', value),
  attempt: (kind) => attempt(async () => describe(await ipcRenderer.invoke('echo', kinds[kind]()))),
  attemptSend: (kind) => attempt(async () => ipcRenderer.send('noted', kinds[kind]())),
  echoIsCircular: async () => {
    const value = await ipcRenderer.invoke('echo', kinds.circular());
    return value.self === value && value.self.self.name === 'ring';
  },
  require: (name) => attempt(async () => typeof require(name)),
  seesPageGlobals: () => typeof globalThis.pageSecret !== 'undefined',
  seesNode: () => ({
    Buffer: typeof Buffer,
    require: typeof require,
    process: typeof process,
    sandboxed: process.sandboxed,
  }),
  listen: (onEvent) => {
    const forward = (_event, value) => onEvent(value);
    ipcRenderer.on('event', forward);
    return () => {
      ipcRenderer.off('event', forward);
    };
  },
  animal: new Animal(),
  call: (callback) => callback({ given: 'by the preload' }),
  same: (value) => value,
  throwOne: () => {
    throw Object.assign(new TypeError('thrown in the preload'), { code: 'E_PRELOAD' });
  },
  rejectOne: async () => {
    throw Object.assign(new TypeError('rejected in the preload'), { code: 'E_PRELOAD' });
  },
  exposeAgain: () => attempt(async () => contextBridge.exposeInMainWorld('bridge', {})),
});
