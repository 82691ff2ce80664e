/** Names of any script and length are cut to the room there is, between whole letters, and measured once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextFitter } from '../../../renderer/organisation/view/fit-text.ts';

/** As if each letter took ten pixels, and what isolates a text none. */
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const lengthOf = (text: string) => [...letters.segment(text.replace(/[\u2068\u2069]/g, ''))].length;

function measured() {
  const asked: string[] = [];
  const fitter = createTextFitter((text) => {
    asked.push(text);
    return 10 * lengthOf(text);
  });
  return { asked, cutTo: (text: string, width: number) => fitter.fit(text, '10px Inter', width) };
}

describe('a text', () => {
  it.each([
    ['Ana Silva', 90, 'Ana Silva'],
    ['Ana Silva', 89, 'Ana Sil…'],
    ['Ana Silva', 50, 'Ana…'],
    ['Ana Silva', 20, 'A…'],
    ['Ana Silva', 19, ''],
    ['Ana Silva', -5, ''],
    ['', 50, ''],
    ['石田恵美', 30, '石田…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 20, '👩‍👩‍👧‍👦…'],
  ])('%s in %d pixels: %s', (text, width, shown) => {
    expect(measured().cutTo(text, width)).toBe(shown);
  });

  it('is never wider than its room, and as much of it as there can be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 0, max: 700 }), (text, width) => {
        const shown = measured().cutTo(text, width);
        expect(10 * lengthOf(shown)).toBeLessThanOrEqual(width);
        if (10 * lengthOf(text) <= width) expect(shown).toBe(text);
      }),
    );
  });

  it('of 600 letters is measured a few times, and once', () => {
    const { asked, cutTo } = measured();
    const name = 'Ana Beatriz '.repeat(50);
    const shown = cutTo(name, 155);
    expect(shown).toBe('Ana Beatriz An…');
    expect(asked.length).toBeLessThan(10);
    const before = asked.length;
    expect(cutTo(name, 155.7)).toBe(shown);
    expect(asked.length).toBe(before);
  });

  it('is measured as it is drawn: apart from the text around it', () => {
    const { asked, cutTo } = measured();
    cutTo('عمر', 100);
    expect(asked).toEqual(['\u2068عمر\u2069']);
  });
});
