/** A chart as an SVG, as it is opened in the page and at 100 %: its cards, lines and buttons, a part at a time. */
import { type Box, chartParts, countIn, type Item, joins, personExtra } from '../../contract/organisation-items.ts';
import { group, number, rect, textLine, type Words } from '../svg/elements.ts';
import { fitted, textWidth } from '../svg/text-width.ts';
import { circleAt } from './around.ts';
import { type Forest, placeOfKey } from './forest.ts';
import type { Members } from './members.ts';
import type { Places } from './saved-csv.ts';
import type { DrawnPart } from './saved-map.ts';
import { palette } from './saved-palette.ts';
import { belowWords, countWords, type SavedPeople, type SavedPerson } from './saved-people.ts';

export type SavedChart = {
  readonly forest: Forest;
  readonly items: readonly Item[];
  /** Whose chart it is: their key. */
  readonly centre: number;
};

export type ChartDrawing = {
  readonly content: Box;
  readonly total: number;
  readonly next: () => DrawnPart | null;
};

const aPart = 500;
const inset = 12;
const sizes = { name: 13, role: 12, status: 11, button: 11 } as const;
const mostInCircle = 12;
/** Between another manager's card and the line to the centre. */
const claimGap = 24;

export function drawChart(chart: SavedChart, peopleAt: SavedPeople, named: Members['named']): ChartDrawing {
  const { items } = chart;
  const people = items.filter(({ kind }) => kind === 'card' || kind === 'other');
  const others = items.filter(({ kind }) => kind !== 'card' && kind !== 'other' && kind !== 'line');
  let done = -1;
  const next = (): DrawnPart | null => {
    if (done < 0) {
      // Below all cards, as in the page.
      done = 0;
      return { text: drawLines(chart) + drawButtons(chart, others, named), done };
    }
    if (done >= people.length) return null;
    const part = people.slice(done, done + aPart);
    done += part.length;
    return { text: drawCards(chart, part, peopleAt), done };
  };
  return { content: boundsOf(items), total: people.length, next };
}

/** Who has a card in a chart, each once, row by row as they are read. */
export function placesInChart(forest: Forest, items: readonly Item[]): Places {
  const cards = items.filter(({ kind }) => kind === 'card' || kind === 'other');
  cards.sort((one, other) => one.y - other.y || one.x - other.x);
  const places = [...new Set(cards.map(({ key }) => placeOfKey(forest, key)))];
  return { count: places.length, at: (nth) => places[nth] ?? 0 };
}

function boundsOf(items: readonly Item[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, w, h } of items) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + w);
    bottom = Math.max(bottom, y + h);
  }
  return { x: left - 2, y: top - 2, w: right - left + 4, h: bottom - top + 4 };
}

function drawLines({ items }: SavedChart): string {
  const lines: string[] = [];
  let middle: number | null = null;
  const claims: string[] = [];
  for (const item of items) {
    const { x, y, w, h } = item;
    if (item.kind === 'line') lines.push(rect(item));
    if (item.kind === 'card' && personExtra(item).level > 1) {
      const part = chartParts[personExtra(item).colour];
      if (part === 'column') lines.push(rect({ x: x - joins.left, y: y + h / 2, w: joins.left, h: 1 }));
      if (part === 'below') lines.push(rect({ x: x + w / 2, y: y - joins.above, w: 1, h: joins.above }));
    }
    if (item.kind === 'other') {
      middle ??= y + h / 2;
      const bend = number(x + w + claimGap);
      claims.push(`M${number(x + w)} ${number(y + h / 2)}H${bend}V${number(middle)}H${number(x + w + 2 * claimGap)}`);
    }
  }
  const path = claims.length === 0 ? '' : `<path d="${claims.join('')}"/>`;
  const dashed = `fill="none" stroke="${palette['line-strong']}" stroke-dasharray="4 3"`;
  return group(`class="lines" fill="${palette['line-strong']}"`, lines.join('\n')) + group(dashed, path);
}

function drawCards({ forest, centre }: SavedChart, items: readonly Item[], peopleAt: SavedPeople): string {
  const placeOf = ({ key }: Item) => placeOfKey(forest, key);
  const people = peopleAt(forest, items.map(placeOf));
  const centreName = peopleAt(forest, [placeOfKey(forest, centre)]).get(placeOfKey(forest, centre))?.name ?? '';
  const cards: string[] = [];
  const texts: string[] = [];
  for (const item of items) {
    const person = people.get(placeOf(item));
    const isOther = item.kind === 'other';
    const isCentre = item.key === centre && !isOther;
    const isDashed = isOther || person?.card === null;
    const stroke = isCentre
      ? ` stroke="${palette.accent}" stroke-width="2"`
      : isDashed
        ? ` stroke="${palette['line-strong']}" stroke-dasharray="4 3"`
        : '';
    cards.push(rect(item, ` rx="8"${stroke}`));
    if (person !== undefined) texts.push(cardTexts(item, person, isOther ? `Also lists ${centreName}` : person.role));
  }
  return (
    group(`class="cards" fill="${palette.panel}" stroke="${palette.line}"`, cards.join('\n')) +
    group(`font-size="${sizes.role}" fill="${palette['ink-soft']}"`, texts.join('\n'))
  );
}

function cardTexts({ x, y, w, h }: Item, person: SavedPerson, second: string): string {
  const at = { x: x + inset, room: w - 2 * inset };
  const [nameY, secondY, statusY] = second === '' ? [0.34, 0, 0.66] : [0.22, 0.5, 0.78];
  const gone = person.isGone ? ' text-decoration="line-through"' : '';
  const name = ` font-size="${sizes.name}" font-weight="600" fill="${person.isGone ? palette['ink-soft'] : palette.ink}"`;
  const status: Words[] = [{ text: person.status, ink: person.ink }];
  return (
    textLine([{ text: person.name }], {
      ...at,
      y: y + nameY * h + 0.36 * sizes.name,
      size: sizes.name,
      attributes: name + gone,
    }) +
    (second === '' ? '' : textLine([{ text: second }], { ...at, y: y + secondY * h + 4.3, size: sizes.role })) +
    textLine(status, {
      ...at,
      y: y + statusY * h + 4,
      size: sizes.status,
      attributes: ` font-size="${sizes.status}" font-weight="500"`,
    })
  );
}

function drawButtons({ forest }: SavedChart, items: readonly Item[], named: Members['named']): string {
  const grounds: string[] = [];
  const texts: string[] = [];
  for (const item of items) {
    const { x, y, w, h, kind } = item;
    const middle = y + h / 2;
    const { count, isOpen } = countIn(item);
    const text = (words: string, left: number, room: number, ink = '') =>
      texts.push(textLine([{ text: words }], { x: left, y: middle + 4, room, size: sizes.button, attributes: ink }));
    if (kind === 'fold') {
      const words = belowWords(forest, placeOfKey(forest, item.key));
      const mark = 7;
      const wide = Math.min(1.4 * w, mark + 4 + textWidth(words, sizes.button) + 14);
      const left = x + (w - wide) / 2;
      grounds.push(rect({ x: left, y: y + 3, w: wide, h: h - 3 }, ` rx="${number((h - 3) / 2)}"`));
      texts.push(triangle(left + 7 + mark / 2, y + 3 + (h - 3) / 2, mark, isOpen));
      text(words, left + 7 + mark + 4, wide - mark - 11);
    } else if (kind === 'circle') {
      const place = placeOfKey(forest, item.key);
      text(circleText(forest, place, named), x, w, ` fill="${palette.warn}"`);
    } else {
      const shown = countWords(count);
      const words =
        kind === 'more'
          ? `${shown} more`
          : kind === 'between'
            ? `${shown} between`
            : `${isOpen ? '−' : '+'}${shown} beside`;
      const wide = textWidth(fitted(words, sizes.button, w - 12), sizes.button);
      text(words, kind === 'between' ? x + (w - wide) / 2 : x + 6, w - 12);
    }
  }
  return (
    group(`fill="${palette['accent-ground']}"`, grounds.join('\n')) +
    group(
      `class="buttons" font-size="${sizes.button}" font-weight="500" fill="${palette['accent-ink']}"`,
      texts.filter((one) => one !== '').join('\n'),
    )
  );
}

/** "In a circle: Ana → Bo → Ana": each lists the next. */
function circleText(forest: Forest, place: number, named: Members['named']): string {
  const circle = circleAt(forest, place, mostInCircle);
  if (circle === null) return '';
  const names = named(circle.people);
  const all = circle.people.map((key) => names.get(key)?.name ?? '');
  const rest = circle.more > 0 ? [`${countWords(circle.more)} more`] : [];
  return `In a circle: ${[...all, ...rest, all[0] ?? ''].join(' → ')}`;
}

/** Down where people are shown below, right where they are not. */
function triangle(x: number, y: number, side: number, isDown: boolean): string {
  const half = side / 2;
  const points: readonly (readonly [number, number])[] = isDown
    ? [
        [x - half, y - 0.7 * half],
        [x + half, y - 0.7 * half],
        [x, y + 0.8 * half],
      ]
    : [
        [x - 0.7 * half, y - half],
        [x + 0.8 * half, y],
        [x - 0.7 * half, y + half],
      ];
  return `<path d="M${points.map(([px, py]) => `${number(px)} ${number(py)}`).join('L')}Z"/>`;
}
