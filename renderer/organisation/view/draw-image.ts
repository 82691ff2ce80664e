/** The chart, the map or what is on screen, drawn into an image. */
import { mostImagePixels, mostImageSide, mostMembers } from '../../../contract/bounds.ts';
import type { Call } from '../../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../../contract/failures.ts';
import type { UserId } from '../../../contract/ids.ts';
import type { ChartAsked, Member } from '../../../contract/organisation.ts';
import { type Box, type Item, readItems } from '../../../contract/organisation-items.ts';
import type { PeopleCount } from '../../../contract/people-count.ts';
import { boundsOf, type Size } from './camera.ts';
import { linkChart } from './chart-links.ts';
import { heights } from './draw-card.ts';
import { drawChart } from './draw-chart.ts';
import { drawMap } from './draw-map.ts';
import { namedFrom } from './map-levels.ts';
import { type MapLook, type MapPart, partOf } from './map-store.ts';
import type { Pen } from './scene.ts';
import type { SeenView } from './seen-view.ts';
import { drawInStrips, type Going } from './strips.ts';

export type ImagePlan = { readonly box: Box; readonly k: number; readonly size: Size };
/** `names`: of how many people the name can be read, at most. */
export type LegibleImage = ImagePlan & { readonly names: number };

/** Free around what is drawn, in pixels. */
const free = 24;

/** As large as it is at 100 %, or as large as an image can be. */
export function planImage(box: Box): ImagePlan {
  const most = (k: number): boolean => {
    const { w, h } = sizeAt(box, k);
    return w <= mostImageSide && h <= mostImageSide && w * h <= mostImagePixels;
  };
  let k = 1;
  while (!most(k)) k /= 1.02;
  return { box, k, size: sizeAt(box, k) };
}

function sizeAt({ w, h }: Box, k: number): Size {
  return { w: Math.ceil(w * k) + 2 * free, h: Math.ceil(h * k) + 2 * free };
}

/** Where somebody is on the map that is shown, or all of it (`id` null). Null: they are not on it. */
async function mapBox(call: Call, id: UserId | null, look: MapLook): Promise<Outcome<Box | null>> {
  const region = { x: 0, y: 0, w: 1, h: 1 };
  const answer = await call('organisation.map', { region, scale: 0.01, ...look, latest: false, find: id });
  if (!answer.ok) return answer;
  const { extent, found } = answer.value;
  return succeeded(id === null ? { x: 0, y: 0, ...extent } : found);
}

/** What is on screen, with the page's own ground behind it. */
export function screenImage(view: SeenView, { signal }: Going): Promise<Outcome<Blob>> {
  const [canvas, drawing] = [view.canvas(), view.lend()];
  if (canvas === null || drawing === null) return Promise.resolve(failed({ kind: 'cancelled' }));
  const { copy, context } = newCanvas({ w: canvas.width, h: canvas.height });
  if (context === null) return Promise.resolve(failed({ kind: 'cancelled' }));
  context.fillStyle = drawing.palette.ground;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  return blobOf(copy, signal);
}

export async function chartImage(view: SeenView, call: Call, asked: ChartAsked, going: Going): Promise<Outcome<Blob>> {
  const answer = await call('organisation.chart', asked);
  if (!answer.ok) return answer;
  const items = answer.value === null ? [] : readItems(answer.value.items);
  const box = boundsOf(items);
  if (box === null || answer.value === null) return failed({ kind: 'cancelled' });
  const people = items.filter(({ kind }) => kind !== 'line');
  const members = await membersOf(call, people);
  if (!members.ok) return members;
  const { centre } = answer.value;
  const cards = items.filter(({ kind }) => kind === 'card' || kind === 'other').length;
  return painted(view, planImage(box), cards, going, (pen) =>
    drawChart(pen, {
      ...{ items, links: linkChart(items, box), centre, active: 0, isMarked: true, hovered: -1 },
      memberOf: (key) => members.value.get(key),
      pictureOf: view.pictureOf,
    }),
  );
}

/** The image of the map, or of a branch, and what of it can be read. */
export async function planMapImage(
  call: Call,
  id: UserId | null,
  look: MapLook,
): Promise<Outcome<LegibleImage | null>> {
  const box = await mapBox(call, id, look);
  if (!box.ok || box.value === null) return box.ok ? succeeded(null) : box;
  const plan = planImage(box.value);
  const part = await partIn(call, plan, look);
  return part.ok ? succeeded({ ...plan, names: legibleNames(part.value.items, plan.k) }) : part;
}

/** Fewer where names that stand over what is in their territories have no room beside each other. */
export function legibleNames(items: readonly Item[], k: number): number {
  return items.filter((item) => {
    if (item.kind === 'card') return item.h * k >= heights.name;
    return item.kind === 'heading' && item.key !== 0 && namedFrom(item) <= k;
  }).length;
}

/** What is drawn in an image of the map. */
async function partIn(call: Call, { box, k }: ImagePlan, look: MapLook): Promise<Outcome<MapPart>> {
  const answer = await call('organisation.map', { region: box, scale: k, ...look, latest: false, find: null });
  if (!answer.ok) return answer;
  const window = { region: { x: box.x - free, y: box.y - free, w: box.w + 2 * free, h: box.h + 2 * free }, scale: k };
  const part = partOf(answer.value, window, look);
  // Those around the branch go beyond it.
  const items = part.items.filter(
    ({ x, y, w, h }) => x >= box.x && y >= box.y && x + w <= box.x + box.w && y + h <= box.y + box.h,
  );
  return succeeded({ ...part, items });
}

export type MapImage = {
  readonly plan: ImagePlan;
  readonly look: MapLook;
  /** How many the organisation has. */
  readonly everybody: PeopleCount;
  /** How many are in the image, those only listed among them. */
  readonly people: number;
};

export async function mapImage(
  view: SeenView,
  call: Call,
  { plan, look, everybody, people }: MapImage,
  going: Going,
): Promise<Outcome<Blob>> {
  const part = await partIn(call, plan, look);
  if (!part.ok) return part;
  const { items } = part.value;
  const members = await membersOf(
    call,
    items.filter(({ kind }) => kind === 'card' || kind === 'heading'),
  );
  if (!members.ok) return members;
  return painted(view, plan, people, going, (pen) =>
    drawMap(pen, {
      ...{ whole: null, near: part.value, everybody, active: null, hovered: null, claims: [] },
      memberOf: (key) => members.value.get(key),
      pictureOf: view.pictureOf,
    }),
  );
}

async function membersOf(call: Call, items: readonly Item[]): Promise<Outcome<ReadonlyMap<number, Member>>> {
  const keys = [...new Set(items.map(({ key }) => key))].filter((key) => key !== 0);
  const members = new Map<number, Member>();
  for (let from = 0; from < keys.length; from += mostMembers) {
    const answer = await call('organisation.members', { keys: keys.slice(from, from + mostMembers) });
    if (!answer.ok) return answer;
    for (const member of answer.value.members) members.set(member.key, member);
  }
  return succeeded(members);
}

async function painted(
  view: SeenView,
  { box, k, size }: ImagePlan,
  people: number,
  going: Going,
  draw: (pen: Pen) => void,
): Promise<Outcome<Blob>> {
  const drawing = view.lend();
  const { copy, context } = newCanvas(size);
  if (drawing === null || context === null) return failed({ kind: 'cancelled' });
  const camera = { x: box.x + box.w / 2, y: box.y + box.h / 2, k };
  const isDrawn = await drawInStrips({ ...drawing, context, camera, size }, people, going, draw);
  if (!isDrawn) {
    copy.width = 0;
    return failed({ kind: 'cancelled' });
  }
  // Each drawing clears its canvas first.
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = drawing.palette.ground;
  context.fillRect(0, 0, size.w, size.h);
  return blobOf(copy, going.signal);
}

function newCanvas({ w, h }: Size) {
  const copy = document.createElement('canvas');
  copy.width = w;
  copy.height = h;
  return { copy, context: copy.getContext('2d') };
}

/** Fails with `bad-input` where there is no memory for it, and with `cancelled` once the signal aborts. */
function blobOf(canvas: HTMLCanvasElement, signal: AbortSignal): Promise<Outcome<Blob>> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      canvas.width = 0;
      resolve(failed({ kind: 'cancelled' }));
    });
    canvas.toBlob((blob) => {
      // Its memory is given back now, not when it is found to be of no use.
      canvas.width = 0;
      resolve(blob === null ? failed({ kind: 'bad-input', where: 'image', reason: 'too-long' }) : succeeded(blob));
    }, 'image/png');
  });
}
