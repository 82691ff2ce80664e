/** What can be saved in which form, and what is said of it before. */
import { expect, it } from 'vitest';
import { mostImagePixels, mostImageSide } from '../../../contract/bounds.ts';
import { formatChoices, whatChoices, whyUnprinted } from '../../../renderer/organisation/save-choices.ts';
import { planImage } from '../../../renderer/organisation/view/draw-image.ts';

const whats = (more: Partial<Parameters<typeof whatChoices>[0]>) =>
  whatChoices({
    everybody: { people: 1200, onlyListed: 7 },
    active: { name: 'Ana', branch: { people: 1, onlyListed: 0 } },
    ...{ hasChart: true, view: 'screen', ...more },
  }).map(({ what, words, note }) => [what, words, note].join(': '));

it('offers what is there', () => {
  expect(whats({})).toEqual([
    'chart: The chart as it is opened: ',
    'everybody: The whole organisation: 1,200 people, 7 only listed',
    'branch: The branch of Ana: 1 person',
    'screen: What is on screen: ',
  ]);
  expect(whats({ active: null, hasChart: false, view: null })).toEqual([
    'everybody: The whole organisation: 1,200 people, 7 only listed',
  ]);
});

it('offers the forms that each can be saved in', () => {
  const forms = (what: Parameters<typeof formatChoices>[0]) =>
    formatChoices(what, 1200, null).map(({ format }) => format);
  expect(forms('everybody')).toEqual(['svg', 'pdf', 'png', 'csv']);
  expect(forms('branch')).toEqual(['svg', 'pdf', 'png', 'csv']);
  expect(forms('chart')).toEqual(['svg', 'pdf', 'png', 'csv']);
  expect(forms('screen')).toEqual(['png']);
  expect(forms('view')).toEqual(['svg', 'pdf', 'png', 'csv']);
});

it('says what a file of what is on screen of the map has, and of everybody', () => {
  const notes = (what: Parameters<typeof formatChoices>[0]) =>
    Object.fromEntries(formatChoices(what, 1200, null).map(({ format, note }) => [format, note]));
  const { svg, pdf, csv } = notes('view');
  expect(svg).toMatch(/^As far as it is on screen, .* a name for each card and heading that is drawn$/);
  expect(csv).toBe('A line for each card and heading that is drawn, with level and manager, for spreadsheets');
  expect(pdf).toBe(
    'One page as large as the drawing, with names that can be searched. Print… fits it into a sheet of paper',
  );
  expect(notes('branch').csv).toBe(
    'A line for each person and each who is only listed, with level and manager, for spreadsheets',
  );
});

it.each([
  ['everybody', 10_000, false],
  ['everybody', 10_001, true],
  ['branch', 10_001, true],
  ['chart', 1_000_000, false],
] as const)('offers a page for %s of %i people only where it can be drawn, and says so', (what, people, isOff) => {
  const pdf = formatChoices(what, people, null).find(({ format }) => format === 'pdf');
  expect(pdf?.isOff).toBe(isOff);
  if (isOff) expect(pdf?.note).toMatch(/10,000 people at most, those only listed .* Choose a branch .* or an SVG/);
  else expect(pdf?.note).toContain('can be searched');
});

it.each([
  ['everybody', 10_000, null],
  [
    'everybody',
    10_001,
    'At most 10,000 people can be printed, those only listed among them. Choose a branch with fewer',
  ],
  ['branch', 10_001, 'At most 10,000 people can be printed, those only listed among them. Choose a branch with fewer'],
  ['chart', 1_000_000, null],
  ['screen', 5, 'What is on screen cannot be printed. Choose another part to print'],
] as const)('says why %s of %i people cannot be printed: %s', (what, people, why) => {
  expect(whyUnprinted(what, people)).toBe(why);
});

it.each([
  [
    1200,
    { w: 7000, h: 4300, names: 1200 },
    /7,000 × 4,300 pixels.* Every name can be read at its full size, in letters/,
  ],
  [9898, { w: 16_158, h: 13_355, names: 812 }, /At most 812 of 9,898 names can be read .* An SVG has them all$/],
  [1_000_000, { w: 16_384, h: 9000, names: 0 }, /At most 0 of 1,000,000 names/],
])('says what can be read of %i people on an image of %o', (people, image, words) => {
  expect(formatChoices('everybody', people, image).find(({ format }) => format === 'png')?.note).toMatch(words);
});

it.each([
  [{ x: 0, y: 0, w: 500, h: 300 }, 1],
  [{ x: 0, y: 0, w: 80_000, h: 52_000 }, null],
  [{ x: 5, y: 5, w: 320_200, h: 1_120_040 }, null],
  [{ x: 0, y: 0, w: 200, h: 40 }, 1],
])('draws %o as large as an image can be', (box, scale) => {
  const { k, size } = planImage(box);
  expect(size.w).toBeLessThanOrEqual(mostImageSide);
  expect(size.h).toBeLessThanOrEqual(mostImageSide);
  expect(size.w * size.h).toBeLessThanOrEqual(mostImagePixels);
  if (scale !== null) expect(k).toBe(scale);
  else expect(Math.max(size.w, size.h)).toBeGreaterThan(0.95 * mostImageSide);
});
