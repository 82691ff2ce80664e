/**
 * Structured clone as text, for what crosses between the main process and a page. The function runs on both sides:
 * its source is also put into pages, so it uses nothing from outside itself.
 */

export type CloneCodec = {
  /** Throws "An object could not be cloned." for functions, symbols, promises, DOM nodes and the like. */
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
};

export function cloneCodec(): CloneCodec {
  type Packed = string | number | boolean | null | readonly [string, ...unknown[]];
  type View = { buffer: ArrayBufferLike; byteOffset: number; byteLength: number };

  const errorTypes: Record<string, ErrorConstructor> = {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };
  const viewTypes: Record<string, new (buffer: ArrayBuffer) => object> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };

  function refuse(): never {
    throw new Error('An object could not be cloned.');
  }

  function toBase64(bytes: Uint8Array): string {
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    return btoa(text);
  }

  function fromBase64(text: string): ArrayBuffer {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
    return bytes.buffer;
  }

  function encode(root: unknown): string {
    const numbers = new Map<object, number>();
    const packedObjects: unknown[] = [];

    function pack(value: unknown): Packed {
      switch (typeof value) {
        case 'string':
        case 'boolean':
          return value;
        case 'number':
          return Number.isFinite(value) && !Object.is(value, -0)
            ? value
            : ['number', Object.is(value, -0) ? '-0' : `${value}`];
        case 'undefined':
          return ['undefined'];
        case 'bigint':
          return ['bigint', `${value}`];
        case 'object':
          if (value === null) return null;
          return ['object', numberOf(value)];
        default:
          return refuse();
      }
    }

    function numberOf(object: object): number {
      const known = numbers.get(object);
      if (known !== undefined) return known;
      const number = packedObjects.length;
      numbers.set(object, number);
      packedObjects.push(null);
      packedObjects[number] = packObject(object);
      return number;
    }

    function packObject(object: object): unknown[] {
      if (Array.isArray(object)) return ['array', object.length, entries(object)];
      if (object instanceof Date) return ['date', pack(object.getTime())];
      if (object instanceof RegExp) return ['regexp', object.source, object.flags];
      if (object instanceof Map) return ['map', [...object].map(([key, value]) => [pack(key), pack(value)])];
      if (object instanceof Set) return ['set', [...object].map(pack)];
      if (object instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(object))];
      if (ArrayBuffer.isView(object)) return packView(object);
      if (object instanceof Error) {
        const cause = Object.hasOwn(object, 'cause') ? [pack(object.cause)] : [];
        return ['error', object.name, `${object.message}`, pack(object.stack), cause];
      }
      if (object instanceof Boolean || object instanceof Number || object instanceof String) {
        return ['boxed', pack(object.valueOf())];
      }
      if (Object.prototype.toString.call(object) !== '[object Object]') return refuse();
      return ['plain', entries(object)];
    }

    function packView(view: View): unknown[] {
      const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
      const tag = Object.prototype.toString.call(view).slice(8, -1);
      return ['view', tag in viewTypes ? tag : refuse(), toBase64(bytes)];
    }

    function entries(object: object): unknown[] {
      return Object.keys(object).map((key) => [key, pack((object as Record<string, unknown>)[key])]);
    }

    return JSON.stringify({ root: pack(root), objects: packedObjects });
  }

  function decode(text: string): unknown {
    const packed = JSON.parse(text) as { root: Packed; objects: unknown[][] };
    const made: object[] = [];

    function unpack(value: Packed): unknown {
      if (!Array.isArray(value)) return value;
      const [kind, detail] = value;
      if (kind === 'undefined') return undefined;
      if (kind === 'number') return Number(detail);
      if (kind === 'bigint') return BigInt(detail as string);
      return objectOf(detail as number);
    }

    function objectOf(number: number): object {
      const known = made[number];
      if (known !== undefined) return known;
      const [kind, ...parts] = packed.objects[number] as [string, ...never[]];
      const { object, fill } = unpackObject(kind, parts);
      made[number] = object;
      // Filled only once it is known by its number, so that it can hold itself.
      fill?.();
      return object;
    }

    function unpackObject(kind: string, parts: never[]): { object: object; fill?: () => void } {
      const [first, second, third, fourth] = parts as [never, never, never, never];
      switch (kind) {
        case 'array': {
          const array: unknown[] = new Array(first);
          return { object: array, fill: () => assign(array, second) };
        }
        case 'date':
          return { object: new Date(unpack(first) as number) };
        case 'regexp':
          return { object: new RegExp(first, second) };
        case 'map': {
          const map = new Map<unknown, unknown>();
          const pairs: [Packed, Packed][] = first;
          return {
            object: map,
            fill: () => {
              for (const [key, value] of pairs) map.set(unpack(key), unpack(value));
            },
          };
        }
        case 'set': {
          const set = new Set<unknown>();
          const members: Packed[] = first;
          return {
            object: set,
            fill: () => {
              for (const member of members) set.add(unpack(member));
            },
          };
        }
        case 'buffer':
          return { object: fromBase64(first) };
        case 'view': {
          const View = viewTypes[first] ?? Uint8Array;
          return { object: new View(fromBase64(second)) };
        }
        case 'error':
          return { object: unpackError(first, second, third, fourth) };
        case 'boxed':
          return { object: Object(unpack(first)) as object };
        default: {
          const plain = {};
          return { object: plain, fill: () => assign(plain, first) };
        }
      }
    }

    function unpackError(name: string, message: string, stack: Packed, cause: Packed[]): Error {
      const ErrorType = errorTypes[name] ?? Error;
      const [packedCause] = cause;
      const error =
        packedCause === undefined ? new ErrorType(message) : new ErrorType(message, { cause: unpack(packedCause) });
      Object.defineProperty(error, 'stack', { value: unpack(stack), writable: true, configurable: true });
      return error;
    }

    function assign(target: object, packedEntries: [string, Packed][]): void {
      for (const [key, value] of packedEntries) {
        // Defined, not assigned: a key may be `__proto__`.
        Object.defineProperty(target, key, {
          value: unpack(value),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
    }

    return unpack(packed.root);
  }

  return { encode, decode };
}
