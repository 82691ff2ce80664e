/**
 * One end of the bridge between a page's own world and the preload's isolated one, as Electron's contextBridge:
 * values are copied without their prototypes, functions are proxied, errors keep only their message. The two worlds
 * share no object but the DOM, so both ends talk synchronously by events of a secret name, whose details Chromium
 * clones from world to world. The function's source is put into pages: it uses nothing from outside itself.
 */

export type BridgeEnd = {
  /** Makes the function callable by the other end, under this name. */
  readonly offer: (name: string, offered: (...args: never[]) => unknown) => void;
  /** Calls what the other end offers. Throws a plain error where that throws. */
  readonly call: (name: string, args: readonly unknown[]) => unknown;
};

export function bridgeEnd(secret: string, side: 'page' | 'preload'): BridgeEnd {
  type Packed = { kind: string; value?: unknown };
  type Callable = (...args: unknown[]) => unknown;
  type Target = { name: string } | { id: number };
  type Message =
    | { type: 'call'; target: Target; args: Packed }
    | { type: 'reply'; value: Packed }
    | { type: 'threw'; message: string }
    | { type: 'settled'; id: number; fulfilled: boolean; value: Packed };

  // Taken before any script of the page can replace them.
  const { dispatchEvent } = window;
  const { apply } = Reflect;
  const Dispatched = CustomEvent;
  const deepest = 1000;
  const unknownError =
    'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.';

  const offers = new Map<string, Callable>();
  const given = new Map<number, Callable>();
  const idsOfGiven = new Map<Callable, number>();
  const idsOfProxies = new WeakMap<Callable, number>();
  const unsettled = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const replies: Message[] = [];
  let lastId = 0;

  function send(message: Message): void {
    apply(dispatchEvent, window, [new Dispatched(`${secret}:${side}`, { detail: message })]);
  }

  function reduce(error: unknown): string {
    if (typeof error !== 'object' || error === null) return unknownError;
    const { message } = error as { message?: unknown };
    return typeof message === 'string' ? message : unknownError;
  }

  function pack(root: unknown): Packed {
    const numbers = new Map<object, number>();

    function packValue(value: unknown, depth: number): Packed {
      if (depth > deepest) {
        throw new TypeError(
          'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
        );
      }
      if (typeof value === 'function') return packFunction(value as Callable);
      if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
      if (typeof value !== 'object' || value === null) return { kind: 'copy', value };
      const known = numbers.get(value);
      if (known !== undefined) return { kind: 'again', value: known };
      if (value instanceof Promise) return packPromise(value);
      if (value instanceof Error) return { kind: 'error', value: reduce(value) };
      if (value instanceof Node) throw new Error('devhost: a DOM node through contextBridge is not implemented');
      const number = numbers.size;
      if (Array.isArray(value)) {
        numbers.set(value, number);
        return { kind: 'array', value: value.map((member) => packValue(member, depth + 1)) };
      }
      if (Object.prototype.toString.call(value) !== '[object Object]') return { kind: 'copy', value };
      numbers.set(value, number);
      const entries: [string, Packed][] = [];
      for (const key of Object.keys(value)) {
        const member = (value as Record<string, unknown>)[key];
        // Electron leaves symbols out where it can.
        if (typeof member !== 'symbol') entries.push([key, packValue(member, depth + 1)]);
      }
      return { kind: 'object', value: entries };
    }

    return packValue(root, 0);
  }

  function packFunction(called: Callable): Packed {
    const theirs = idsOfProxies.get(called);
    if (theirs !== undefined) return { kind: 'yours', value: theirs };
    const id = idsOfGiven.get(called) ?? ++lastId;
    idsOfGiven.set(called, id);
    given.set(id, called);
    return { kind: 'function', value: id };
  }

  function packPromise(promise: Promise<unknown>): Packed {
    const id = ++lastId;
    promise.then(
      (value) => settle(id, true, value),
      (error) => settle(id, false, error),
    );
    return { kind: 'promise', value: id };
  }

  function settle(id: number, fulfilled: boolean, value: unknown): void {
    try {
      send({ type: 'settled', id, fulfilled, value: pack(value) });
    } catch (error) {
      send({ type: 'settled', id, fulfilled: false, value: { kind: 'error', value: reduce(error) } });
    }
  }

  function unpack(root: Packed): unknown {
    const made: object[] = [];

    function unpackValue({ kind, value }: Packed): unknown {
      switch (kind) {
        case 'again':
          return made[value as number];
        case 'error':
          return new Error(value as string);
        case 'function':
          return createProxy(value as number);
        case 'yours':
          return given.get(value as number);
        case 'promise':
          return new Promise((resolve, reject) => unsettled.set(value as number, { resolve, reject }));
        case 'array': {
          const array: unknown[] = [];
          made.push(array);
          for (const member of value as Packed[]) array.push(unpackValue(member));
          return array;
        }
        case 'object': {
          const object = {};
          made.push(object);
          for (const [key, member] of value as [string, Packed][]) {
            Object.defineProperty(object, key, {
              value: unpackValue(member),
              writable: true,
              enumerable: true,
              configurable: true,
            });
          }
          return object;
        }
        default:
          return value;
      }
    }

    return unpackValue(root);
  }

  function createProxy(id: number): Callable {
    const proxy: Callable = (...args) => invoke({ id }, args);
    idsOfProxies.set(proxy, id);
    return proxy;
  }

  function invoke(target: Target, args: readonly unknown[]): unknown {
    send({ type: 'call', target, args: pack(args) });
    // The other end has answered before the dispatch returned.
    const reply = replies.pop();
    if (reply?.type === 'threw') throw new Error(reply.message);
    if (reply?.type !== 'reply') throw new Error('devhost: the other world did not answer');
    return unpack(reply.value);
  }

  function answer(target: Target, args: Packed): void {
    try {
      const called = 'name' in target ? offers.get(target.name) : given.get(target.id);
      if (called === undefined) throw new Error('devhost: called what is not there');
      send({ type: 'reply', value: pack(called(...(unpack(args) as unknown[]))) });
    } catch (error) {
      send({ type: 'threw', message: reduce(error) });
    }
  }

  window.addEventListener(`${secret}:${side === 'page' ? 'preload' : 'page'}`, (event) => {
    event.stopImmediatePropagation();
    const message = (event as CustomEvent<Message>).detail;
    if (message.type === 'call') answer(message.target, message.args);
    else if (message.type !== 'settled') replies.push(message);
    else {
      const promise = unsettled.get(message.id);
      unsettled.delete(message.id);
      if (message.fulfilled) promise?.resolve(unpack(message.value));
      else promise?.reject(unpack(message.value) as Error);
    }
  });

  return {
    offer: (name, offered) => {
      offers.set(name, offered as Callable);
    },
    call: (name, args) => invoke({ name }, args),
  };
}
