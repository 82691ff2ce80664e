/**
 * What is drawn of the organisation, as bytes: 24 for each item, so that 8,000 of them cross in 192 kB and are read without an
 * object for each. Little-endian, as all computers are that the app runs on; read by a DataView, so that it holds anywhere.
 */

/** In bits 28 to 31 of an item's first number. A new kind comes last. */
export const itemKinds = [
  /** Somebody's card. */
  'card',
  /** A thin rectangle; the number is the key of the manager whose people it joins. */
  'line',
  /** Under the card of somebody who leads: how many are below, and whether their reports are shown. */
  'fold',
  /** How many more reports of somebody there are than are shown. */
  'more',
  /** Beside somebody on the way up: how many peers they have, and whether these are shown. */
  'beside',
  /** Another manager of the centre's, whose claim is not the one that decides. */
  'other',
  /** How many stand on the way up between two cards; the number is the key of the lowest of them. */
  'between',
  /** Room for the words on the circle in which the person stands. */
  'circle',
  /** Many people drawn as one rectangle. */
  'block',
  /** The heading of a manager's rectangle. */
  'heading',
  /** Of the map: those of a manager's people who lead nobody, drawn as one rectangle; the number is the manager's key. */
  'cards',
] as const;
export type ItemKind = (typeof itemKinds)[number];

export const itemBytes = 24;

export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
export type Item = Box & {
  readonly kind: ItemKind;
  /** The person's key. */
  readonly key: number;
  /** Of a button its count (`countOf`), of people what `extraOf` packs. */
  readonly extra: number;
};

/** Of an item that is somebody: marks of the forest, level (255: that or more), and a colour or a place in the chart. */
export type PersonExtra = { readonly marks: number; readonly level: number; readonly colour: number };

/** What a card is in the chart: its `colour`. */
export const chartParts = [
  /** On the way from the centre to the top. */
  'way',
  'centre',
  /** Joined from above. */
  'below',
  /** Joined from its left. */
  'column',
] as const;
export type ChartPart = (typeof chartParts)[number];

/** Between a card of the chart and the line that joins it from above or from its left: drawn with the card. */
export const joins = { above: 14, left: 16 } as const;

const keyBits = 28;
const mostKey = 2 ** keyBits - 1;
const openBit = 2 ** 31;

export function extraOf({ marks, level, colour }: PersonExtra): number {
  return (((marks & 0xffff) << 16) | (Math.min(level, 0xff) << 8) | (colour & 0xff)) >>> 0;
}

export function personExtra({ extra }: Pick<Item, 'extra'>): PersonExtra {
  return { marks: extra >>> 16, level: (extra >>> 8) & 0xff, colour: extra & 0xff };
}

/** Of a button: how many it is about, and whether they are shown. */
export function countOf(count: number, isOpen = false): number {
  return Math.min(count, openBit - 1) + (isOpen ? openBit : 0);
}

export function countIn({ extra }: Pick<Item, 'extra'>): { readonly count: number; readonly isOpen: boolean } {
  return { count: extra % openBit, isOpen: extra >= openBit };
}

/** Writes items one after the other, `most` of them, without an object for each. */
export function createItemWriter(most: number) {
  const view = new DataView(new ArrayBuffer(most * itemBytes));
  let end = 0;
  return {
    count: (): number => end / itemBytes,
    clear: (): void => {
      end = 0;
    },
    /** `kind`: its place among `itemKinds`. Throws where there is no room for one more. */
    put: (kind: number, key: number, extra: number, x: number, y: number, w: number, h: number): void => {
      if (key > mostKey) throw new RangeError('A key beyond 28 bits');
      view.setUint32(end, kind * 2 ** keyBits + key, true);
      view.setUint32(end + 4, extra, true);
      view.setFloat32(end + 8, x, true);
      view.setFloat32(end + 12, y, true);
      view.setFloat32(end + 16, w, true);
      view.setFloat32(end + 20, h, true);
      end += itemBytes;
    },
    bytes: (): Uint8Array<ArrayBuffer> => new Uint8Array(view.buffer.slice(0, end)),
  };
}

export function writeItems(items: readonly Item[]): Uint8Array<ArrayBuffer> {
  const { put, bytes } = createItemWriter(items.length);
  for (const { kind, key, extra, x, y, w, h } of items) put(itemKinds.indexOf(kind), key, extra, x, y, w, h);
  return bytes();
}

/** The items that are whole; those of a kind that is not known are left out. */
export function readItems(bytes: Uint8Array): Item[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const items: Item[] = [];
  for (let at = 0; at + itemBytes <= bytes.byteLength; at += itemBytes) {
    const number = view.getUint32(at, true);
    const kind = itemKinds[number >>> keyBits];
    if (kind === undefined) continue;
    items.push({
      kind,
      key: number & mostKey,
      extra: view.getUint32(at + 4, true),
      x: view.getFloat32(at + 8, true),
      y: view.getFloat32(at + 12, true),
      w: view.getFloat32(at + 16, true),
      h: view.getFloat32(at + 20, true),
    });
  }
  return items;
}
