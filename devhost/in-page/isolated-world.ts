/**
 * What the host does in the isolated world of a page: gives the preload its sandboxed `require`, and carries messages
 * to and from the main process. Its source is put into pages.
 */
import type { BridgeEnd } from './bridge-end.ts';
import type { CloneCodec } from './clone-codec.ts';

/** What the isolated world says to the main process. `args` is encoded by the clone codec. */
export type UpwardMessage =
  | {
      readonly type: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: string;
      readonly url: string;
    }
  | { readonly type: 'send'; readonly channel: string; readonly args: string; readonly url: string }
  | { readonly type: 'window-open'; readonly url: string; readonly name: string; readonly features: string }
  | { readonly type: 'preload-error'; readonly message: string; readonly stack: string };

/** What the main process says to it. */
export type DownwardMessage =
  | { readonly type: 'answer'; readonly id: number; readonly value: string }
  | { readonly type: 'refusal'; readonly id: number; readonly message: string }
  | { readonly type: 'event'; readonly channel: string; readonly args: string };

export type IsolatedWorldNeeds = {
  readonly end: BridgeEnd;
  readonly codec: CloneCodec;
  /** Says something to the main process. */
  readonly post: (message: string) => void;
  readonly process: { readonly platform: string; readonly arch: string; readonly versions: object };
  /** The preload, as the body of a CommonJS module; null where the window has none. */
  readonly preload:
    | ((require: unknown, module: unknown, exports: unknown, process: unknown, global: unknown) => void)
    | null;
};

/** Returns what takes the main process's messages. */
export function prepareIsolatedWorld(needs: IsolatedWorldNeeds): (message: DownwardMessage) => void {
  const { end, codec, preload } = needs;
  type Listener = (...args: unknown[]) => unknown;

  function missing(what: string): never {
    throw new Error(`devhost: ${what} is not implemented`);
  }

  function guarded<T extends object>(target: T, name: string): T {
    return new Proxy(target, {
      get: (object, member, receiver) =>
        member in object || typeof member === 'symbol' || member === 'then'
          ? Reflect.get(object, member, receiver)
          : () => missing(`${name}.${String(member)}`),
    });
  }

  /** As much of Node's as a preload needs. */
  class EventEmitter {
    readonly listenersOf: Map<string | symbol, { listener: Listener; once: boolean }[]> = new Map();

    on(name: string | symbol, listener: Listener): this {
      return this.add(name, listener, false);
    }
    once(name: string | symbol, listener: Listener): this {
      return this.add(name, listener, true);
    }
    addListener(name: string | symbol, listener: Listener): this {
      return this.add(name, listener, false);
    }
    off(name: string | symbol, listener: Listener): this {
      return this.removeListener(name, listener);
    }
    removeListener(name: string | symbol, listener: Listener): this {
      const kept = [...(this.listenersOf.get(name) ?? [])];
      const last = kept.findLastIndex((entry) => entry.listener === listener);
      if (last !== -1) kept.splice(last, 1);
      this.listenersOf.set(name, kept);
      return this;
    }
    removeAllListeners(name?: string | symbol): this {
      if (name === undefined) this.listenersOf.clear();
      else this.listenersOf.delete(name);
      return this;
    }
    listenerCount(name: string | symbol): number {
      return this.listenersOf.get(name)?.length ?? 0;
    }
    listeners(name: string | symbol): Listener[] {
      return (this.listenersOf.get(name) ?? []).map(({ listener }) => listener);
    }
    emit(name: string | symbol, ...args: unknown[]): boolean {
      const entries = this.listenersOf.get(name) ?? [];
      for (const { listener, once } of entries) {
        if (once) this.removeListener(name, listener);
        listener.apply(this, args);
      }
      return entries.length > 0;
    }
    private add(name: string | symbol, listener: Listener, once: boolean): this {
      if (typeof listener !== 'function') throw new TypeError('The "listener" argument must be of type function.');
      this.listenersOf.set(name, [...(this.listenersOf.get(name) ?? []), { listener, once }]);
      return this;
    }
  }

  function post(message: UpwardMessage): void {
    needs.post(JSON.stringify(message));
  }

  const answers = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void; channel: string }
  >();
  let lastId = 0;

  class IpcRenderer extends EventEmitter {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const id = ++lastId;
        post({ type: 'invoke', id, channel, args: codec.encode(args), url: location.href });
        answers.set(id, { resolve, reject, channel });
      });
    }
    send(channel: string, ...args: unknown[]): void {
      post({ type: 'send', channel, args: codec.encode(args), url: location.href });
    }
  }
  const ipcRenderer = guarded(new IpcRenderer(), 'ipcRenderer');

  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      end.call('expose', [key, api]);
    },
  };

  const { setTimeout, clearTimeout, setInterval, clearInterval, URL, URLSearchParams } = globalThis;
  const modules: Record<string, object> = {
    electron: guarded({ contextBridge: guarded(contextBridge, 'contextBridge'), ipcRenderer }, 'electron'),
    events: Object.assign(EventEmitter, { EventEmitter }),
    timers: { setTimeout, clearTimeout, setInterval, clearInterval },
    url: { URL, URLSearchParams },
  };

  function require(name: string): object {
    const plain = `${name}`.replace(/^node:/, '').replace(/^electron\/(common|renderer)$/, 'electron');
    const found = Object.hasOwn(modules, plain) ? modules[plain] : undefined;
    if (found === undefined) throw new Error(`module not found: ${name}`);
    return found;
  }

  end.offer('window-open', (url: string, name: string, features: string) => {
    post({ type: 'window-open', url, name, features });
  });

  const process = guarded(
    { ...needs.process, type: 'renderer', sandboxed: true, contextIsolated: true, env: {}, argv: [], execArgv: [] },
    'process',
  );
  try {
    const exports = {};
    preload?.(require, { exports }, exports, process, globalThis);
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    // Electron says the same on the page's console.
    console.error(`Unable to load preload script\n${stack}`);
    post({ type: 'preload-error', message, stack });
  }

  return (message) => {
    if (message.type === 'event') {
      const event = guarded(
        { sender: ipcRenderer, ports: [], preventDefault: () => {}, defaultPrevented: false },
        'event',
      );
      ipcRenderer.emit(message.channel, event, ...(codec.decode(message.args) as unknown[]));
      return;
    }
    const waiting = answers.get(message.id);
    answers.delete(message.id);
    if (message.type === 'answer') waiting?.resolve(codec.decode(message.value));
    else waiting?.reject(new Error(`Error invoking remote method '${waiting.channel}': ${message.message}`));
  };
}
