import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findCanary } from '../../canary/canary.ts';

const canary = 'canary+7/Qw.x~=Zr5-marked';
const around = (middle: Uint8Array): Buffer => Buffer.concat([randomBytes(501), middle, randomBytes(333)]);
const text = (of: string) => Buffer.from(of, 'utf8');

describe('the search for a marked token', () => {
  it('finds nothing where nothing is planted', () => {
    for (let i = 0; i < 50; i++) expect(findCanary(randomBytes(20_000), canary)).toEqual([]);
    expect(findCanary(text(canary.slice(1)), canary)).toEqual([]);
    expect(findCanary(new Uint8Array(), canary)).toEqual([]);
  });

  it('finds it plain, at every place', () => {
    const haystack = around(text(`{"token":"${canary}"} ${canary}`));
    const hits = findCanary(haystack, canary).filter(({ form }) => form === 'plain');
    expect(hits.map(({ at }) => at)).toEqual([501 + 10, 501 + 10 + canary.length + 3]);
  });

  it('finds it percent-encoded: as a URL does, in lower case, and every byte of it', () => {
    const usual = encodeURIComponent(canary);
    const lower = usual.replaceAll(/%../g, (code) => code.toLowerCase());
    const every = [...text(canary)].map((byte) => `%${byte.toString(16)}`).join('');
    for (const planted of [usual, lower, every, every.toUpperCase()]) {
      expect(findCanary(around(text(`?q=${planted}&`)), canary)).toContainEqual({ form: 'percent', at: 504 });
    }
  });

  it('finds it with the escapes of JSON, HTML and URLs, also of each letter, in mixtures and several times over', () => {
    const every = [...canary].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join('');
    const mixed = canary.replace('+', '\\u002B').replace('/', '\\/').replace('=', '&#61;').replace('~', '&#x7E;');
    const twice = JSON.stringify(JSON.stringify(canary.replaceAll('/', '\\/')));
    for (const planted of [every, every.toUpperCase().replaceAll('\\U', '\\u'), mixed, twice]) {
      const forms = findCanary(around(text(`{"said":"${planted}"}`)), canary).map(({ form }) => form);
      expect(forms).toEqual(['escaped']);
    }
  });

  it('does not count a plain one near a percent sign twice', () => {
    expect(findCanary(text(`%20${canary}%20`), canary)).toEqual([{ form: 'plain', at: 3 }]);
  });

  it('finds it in base64 whatever stands before and after it, in both alphabets', () => {
    for (let before = 0; before < 6; before++) {
      for (let after = 0; after < 3; after++) {
        const whole = Buffer.concat([randomBytes(before), text(canary), randomBytes(after)]);
        for (const alphabet of ['base64', 'base64url'] as const) {
          const haystack = text(`<${whole.toString(alphabet)}>`);
          expect(findCanary(haystack, canary).map(({ form }) => form)).toEqual(['base64']);
        }
      }
    }
  });

  it('finds it in base64 that is broken into lines, in mail or in JSON', () => {
    const encoded = Buffer.from(`user:${canary}`).toString('base64');
    for (const lineEnd of ['\r\n', '\n', '\\n']) {
      const broken = `${encoded.slice(0, 20)}${lineEnd}${encoded.slice(20)}`;
      expect(findCanary(text(broken), canary).map(({ form }) => form)).toEqual(['base64']);
    }
  });

  it('finds it in UTF-16 of either byte order, at odd offsets too', () => {
    for (const before of [0, 1, 2, 3]) {
      const little = Buffer.from(canary, 'utf16le');
      const big = Buffer.from(little).swap16();
      const lead = Buffer.alloc(before, 0xff);
      expect(findCanary(Buffer.concat([lead, little]), canary)).toEqual([{ form: 'utf-16le', at: before }]);
      expect(findCanary(Buffer.concat([lead, big]), canary)).toEqual([{ form: 'utf-16be', at: before }]);
    }
  });

  it('looks only at the part of a buffer that it was given', () => {
    const buffer = text(`${canary}nothing here at all`);
    expect(findCanary(new Uint8Array(buffer.buffer, buffer.byteOffset + canary.length, 10), canary)).toEqual([]);
  });

  it('refuses a canary that chance could find', () => {
    expect(() => findCanary(text('x'), 'short')).toThrow(RangeError);
  });
});
