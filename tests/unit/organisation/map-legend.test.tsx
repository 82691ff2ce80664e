/** What the map's legend says: where the system's own colours are forced, in words, of no colour that nobody sees. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MapLegend } from '../../../renderer/organisation/view/map-legend.tsx';
import { inks, type Palette } from '../../../renderer/organisation/view/palette.ts';
import { cardOf } from '../../renderer-double/people.ts';
import { memberOf } from '../renderer/organisation-tree.ts';

const paletteOf = (isForced: boolean) =>
  ({ ...Object.fromEntries(inks.map((ink) => [ink, '#808080'])), isDark: false, isStrong: false, isForced }) as Palette;

function legend(colour: Parameters<typeof MapLegend>[0]['colour'], isForced: boolean) {
  const markup = renderToStaticMarkup(
    <MapLegend
      colour={colour}
      words="Role: Data Engineer"
      tally={null}
      divisions={new Map([[1, 10]])}
      memberOf={(key) => memberOf(key, { card: cardOf(key, { name: 'Ana Silva' }) })}
      palette={paletteOf(isForced)}
    />,
  );
  return { words: markup.replace(/<[^>]*>/g, ' '), swatches: markup.match(/background:/g)?.length ?? 0 };
}

describe('the legend of the map', () => {
  it('names each division beside its colour', () => {
    const { words, swatches } = legend('division', false);
    expect(words).toContain('Ana Silva');
    expect(words).not.toContain('Your system sets the colours');
    expect(swatches).toBe(1);
  });

  it('says in forced colours that divisions look the same, and names none of them', () => {
    const { words, swatches } = legend('division', true);
    expect(words).toContain('Your system sets the colours: divisions all look the same');
    expect(words).not.toContain('Ana Silva');
    expect(swatches).toBe(0);
  });

  it.each([
    ['status', 'deleted'],
    ['availability', 'not available'],
    ['age', 'longer than a day ago'],
    ['spotlight', 'match'],
  ] as const)('says in forced colours of %s that a denser branch has more people who are %s', (colour, what) => {
    const { words, swatches } = legend(colour, true);
    expect(words).toMatch(new RegExp(`the denser a branch, the more of its people .*${what}`));
    expect(words).not.toContain('The stronger the colour');
    expect(swatches).toBe(0);
  });
});
