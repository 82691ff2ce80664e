/** A very long word is broken into lines in parts: a browser takes the square of its length otherwise. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { longestText } from '../../../contract/bounds.ts';
import { Address } from '../../../renderer/name/address.tsx';
import { breakable, LongText } from '../../../renderer/name/long-text.tsx';
import { PersonName } from '../../../renderer/name/person-name.tsx';

const longest = (text: string) => Math.max(...breakable(text).map((part) => [...part].length));

describe('a line may end within a word', () => {
  it.each(['W', 'a1_', 'é', '𝐀', '﷽', 'ab\u0301', '🇩🇪', 'W\u2060', "'", '%20'])('of %j, often enough', (unit) => {
    const text = unit.repeat(longestText / unit.length);
    expect(breakable(text).join('')).toBe(text);
    expect(longest(text)).toBeLessThanOrEqual(110);
    const marked = renderToStaticMarkup(<LongText text={text} />);
    expect(marked.match(/<wbr\/>/g)?.length).toBe(breakable(text).length - 1);
  });

  it('that stands among others', () => {
    const text = `Anna ${'W'.repeat(250)} Lee`;
    expect(breakable(text)).toEqual([`Anna ${'W'.repeat(100)}`, 'W'.repeat(100), `${'W'.repeat(50)} Lee`]);
  });

  it('but not between a letter and its marks, nor within what a joiner joins', () => {
    for (const unit of ['e\u0301\u0302', '👩‍👩‍👧', '👍🏽']) {
      const begun = /^[\p{M}\p{Cf}\p{Emoji_Modifier}]/u;
      const parts = breakable(unit.repeat(500));
      expect(parts.length).toBeGreaterThan(1);
      expect(parts.filter((part) => begun.test(part) || part.endsWith('\u200d'))).toEqual([]);
    }
  });

  it.each(['', 'Anna Lee', 'Word '.repeat(2000), 'W'.repeat(100), '王小明'.repeat(500), 'กำแพง'.repeat(500)])(
    'nowhere in what has its own ends of lines, or needs none (%#)',
    (text) => expect(breakable(text)).toEqual([text]),
  );

  it('of an address, within its parts as well', () => {
    const address = `${'W'.repeat(900)}@${'x'.repeat(50)}.example`;
    const marked = renderToStaticMarkup(<Address text={address} />);
    expect(marked.split('<wbr/>').map((part) => part.replace(/<[^>]*>/g, '').length)).toEqual([
      ...Array.from({ length: 9 }, () => 100),
      1,
      51,
      7,
    ]);
  });

  it('of a person’s name where it wraps, and not where it is on one line', () => {
    const name = 'W'.repeat(longestText);
    const drawn = (short: boolean) => renderToStaticMarkup(<PersonName name={name} status="active" short={short} />);
    expect(drawn(false)).toContain('<wbr/>');
    expect(drawn(true)).not.toContain('<wbr/>');
  });
});
