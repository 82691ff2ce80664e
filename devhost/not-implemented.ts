/** Whatever the host does not mirror fails loudly by name, so that nothing can seem to work that does not. */
import { EventEmitter } from 'node:events';

export function notImplemented(what: string): never {
  throw new Error(`devhost: ${what} is not implemented`);
}

/** Names that languages and tools ask any object for, without meaning to call them. */
const probes = new Set(['then', 'toJSON', 'inspect', 'nodeType', 'asymmetricMatch', 'domain']);

/**
 * The object, of which every member that is missing throws `devhost: name.member is not implemented` as soon as it is read:
 * what it is, a function or a value, is not known here. Setting one puts it there.
 */
export function guard<T extends object>(target: T, name: string): T {
  return new Proxy(target, {
    get(object, member, receiver) {
      if (member in object || typeof member === 'symbol' || probes.has(member)) {
        return Reflect.get(object, member, receiver);
      }
      return notImplemented(`${name}.${member}`);
    },
  });
}

/** A stand-in for an export of Electron that is missing as a whole: fails on any call, construction or member. */
export function absent(name: string): object {
  return new Proxy(class {}, {
    apply: () => notImplemented(name),
    construct: () => notImplemented(`new ${name}`),
    get: (_target, member) =>
      typeof member === 'symbol' || probes.has(member) ? undefined : notImplemented(`${name}.${member}`),
  });
}

class GuardedEmitter extends EventEmitter {
  constructor(name: string) {
    super();
    // What is returned here is what subclasses initialise: private fields and identity are those of the guarded object.
    // biome-ignore lint/correctness/noConstructorReturn: see above
    return guard(this, name);
  }
}

type Listener = Parameters<EventEmitter['on']>[1];

/** An event emitter whose missing members throw when called, and which refuses listeners for events it never emits. */
export class Guarded extends GuardedEmitter {
  readonly #name: string;
  readonly #events: ReadonlySet<string> | null;

  /** `events`: those that are emitted, or that truthfully never happen here; 'any' where the app names them. */
  constructor(name: string, events: readonly string[] | 'any') {
    super(name);
    this.#name = name;
    this.#events = events === 'any' ? null : new Set(events);
  }

  override on(event: string | symbol, listener: Listener): this {
    return super.on(this.#checked(event), listener);
  }
  override addListener(event: string | symbol, listener: Listener): this {
    return super.addListener(this.#checked(event), listener);
  }
  override once(event: string | symbol, listener: Listener): this {
    return super.once(this.#checked(event), listener);
  }
  override prependListener(event: string | symbol, listener: Listener): this {
    return super.prependListener(this.#checked(event), listener);
  }

  #checked(event: string | symbol): string | symbol {
    const isInternal = event === 'newListener' || event === 'removeListener' || event === 'error';
    if (typeof event === 'symbol' || isInternal || this.#events === null || this.#events.has(event)) return event;
    return notImplemented(`event '${event}' of ${this.#name}`);
  }
}
