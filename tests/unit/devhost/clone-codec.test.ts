/** The codec that carries messages between page and main process, measured against the runtime's own structured clone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cloneCodec } from '../../../devhost/in-page/clone-codec.ts';

const codec = cloneCodec();
const roundTrip = (value: unknown) => codec.decode(codec.encode(value));

describe('the clone codec', () => {
  test('carries whatever structured clone carries', () => {
    const values = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
      withBoxedValues: true,
    });
    fc.assert(
      fc.property(values, (value) => {
        expect(roundTrip(value)).toStrictEqual(structuredClone(value));
      }),
      { numRuns: 2000 },
    );
  });

  test('keeps what is one object one object, and rings closed', () => {
    const shared = { name: 'shared' };
    const ring: { inner: object[]; self?: unknown } = { inner: [shared, shared] };
    ring.self = ring;
    const back = roundTrip(ring) as typeof ring;
    expect(back.self).toBe(back);
    expect(back.inner[0]).toBe(back.inner[1]);
    expect(back.inner[0]).toEqual(shared);
  });

  test('carries errors with their type, message and cause', () => {
    const error = new RangeError('too far', { cause: new TypeError('deeper') });
    const back = roundTrip(error) as RangeError;
    expect(back).toBeInstanceOf(RangeError);
    expect(back.message).toBe('too far');
    expect(back.cause).toBeInstanceOf(TypeError);
  });

  test('a key named __proto__ stays a key', () => {
    const back = roundTrip(JSON.parse('{"__proto__": {"admin": true}}')) as Record<string, unknown>;
    expect(Object.keys(back)).toEqual(['__proto__']);
    expect(back.admin).toBeUndefined();
  });

  test('sends only what a view shows of its buffer', () => {
    const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
    expect(roundTrip(view)).toEqual(new Uint8Array([2, 3]));
    expect(roundTrip(Buffer.from('ü'))).toEqual(new Uint8Array(Buffer.from('ü')));
  });

  test('carries the bytes of a whole chart within an answer', () => {
    const items = Uint8Array.from({ length: 192_000 }, (_, nth) => nth % 256);
    const answer = { ok: true, value: { items, cards: 8000 } };
    expect(roundTrip(answer)).toStrictEqual(answer);
  });

  test.each([
    ['a function', () => {}],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
    ['a function inside', { list: [{ inner: () => {} }] }],
    ['a generator', (function* () {})()],
  ])('refuses %s', (_name, value) => {
    expect(() => codec.encode(value)).toThrow('An object could not be cloned.');
  });
});
