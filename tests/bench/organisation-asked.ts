/**
 * Prints what questions about the organisation cost where they are answered: rows of its tree, letters typed, charts, views of
 * the map, how two people stand to each other, spans, and everybody as a file. Usage: node scripts/run.mjs tests/bench/organisation-asked.ts PEOPLE FILE
 */
import type { UserId } from '../../contract/ids.ts';
import type { ChartShape } from '../../contract/organisation.ts';
import { createOrganisationStore, type OrganisationStore } from '../../electron/organisation/organisation-store.ts';
import { format, heading, median, print, processorTime, quantile, taken, timed } from './figures.ts';
import { openCopy, startedWith, unwrap } from './organisation-people.ts';
import { organisationOf } from './people.ts';
import { clock } from './quiet.ts';

const screen = { w: 1280, h: 800 };

const { people, file, size } = startedWith();
const store = openCopy(file);
measureTree(begun());
measureChart(begun());
measureMap(begun());
measurePanels(begun());
measureSaving(begun());
store.close();

function begun(): OrganisationStore {
  return createOrganisationStore({ ...store.storeFile, clock });
}

type Each = { readonly walls: readonly number[]; readonly processors: readonly number[] };

function each(count: number, work: (nth: number) => void): Each {
  const walls: number[] = [];
  const processors = Array.from({ length: count }, (_, nth) => processorTime(() => walls.push(timed(() => work(nth)))));
  return { walls, processors };
}

function printWorst(what: string, { walls, processors }: Each, share: number): void {
  const note = `${format(quantile(processors, share))} ms of processor`;
  print({ what, value: quantile(walls, share), unit: 'ms', note });
}

function measureTree(work: OrganisationStore): void {
  heading(`${size}: the tree`);
  const { active } = unwrap(work.look({ id: null, isOpening: false, asOf: null }));
  const rows = (offset: number) => unwrap(work.rows({ offset, limit: 200, follow: [] }));
  const again = taken(() => work.look({ id: null, isOpening: false, asOf: null }));
  print({ what: 'who is shown first', value: again.wall, unit: 'ms' });
  const all = taken(() => work.open({ id: active, what: 'below' }));
  print({ what: 'everybody below the largest top opened', value: all.wall, unit: 'ms' });
  const { total, snapshot } = rows(0);
  const windows = each(200, (nth) => rows(Math.floor((total * nth) / 200)));
  print({
    what: '200 rows, anywhere among all: median',
    value: median(windows.walls),
    unit: 'ms',
    note: `of ${total}`,
  });
  printWorst('200 rows: 99 of 100 below', windows, 0.99);
  const letters = [...'aeiklmnorstz'];
  const typed = each(letters.length, (nth) =>
    work.typed({ snapshot, typed: letters[nth] ?? '', from: Math.floor((total * nth) / letters.length) }),
  );
  print({ what: 'one letter typed: median', value: median(typed.walls), unit: 'ms' });
  printWorst('one letter typed: worst', typed, 1);
}

function measureChart(work: OrganisationStore): void {
  heading(`${size}: a chart`);
  const { active } = unwrap(work.look({ id: null, isOpening: false, asOf: null }));
  if (active === null) return;
  const usual: ChartShape = { open: [], closed: [], beside: [], more: [], whole: [] };
  const key = unwrap(work.seek({ id: active }))?.member.key ?? 0;
  const shapes: readonly (readonly [string, ChartShape])[] = [
    ['of the largest top', usual],
    ['of the same with everybody below, as far as it goes', { ...usual, whole: [key] }],
  ];
  for (const [what, shape] of shapes) {
    const chart = unwrap(work.chart({ centre: active, shape }));
    const { wall } = taken(() => work.chart({ centre: active, shape }));
    const note = `${chart?.cards} cards, ${format((chart?.items.byteLength ?? 0) / 1000)} kB`;
    print({ what, value: wall, unit: 'ms', note });
  }
}

/** Views of three by three screens around a hundred places, for each half octave from the whole to single cards. */
function measureMap(work: OrganisationStore): void {
  heading(`${size}: the map`);
  unwrap(work.look({ id: null, isOpening: true, asOf: null }));
  const asked = { colour: 'division', latest: false, find: null } as const;
  const { extent } = unwrap(work.map({ ...asked, region: { x: 0, y: 0, w: 1, h: 1 }, scale: 1 }));
  const whole = Math.min(screen.w / extent.w, screen.h / extent.h);
  const regions: { readonly region: { x: number; y: number; w: number; h: number }; readonly scale: number }[] = [];
  for (let scale = whole; scale < 2; scale *= Math.SQRT2) {
    const reach = { w: (3 * screen.w) / scale, h: (3 * screen.h) / scale };
    for (let nth = 0; nth < 100; nth += 1) {
      const x = (((nth * 7919) % 1000) / 1000) * extent.w - reach.w / 2;
      const y = (((nth * 104_729) % 997) / 997) * extent.h - reach.h / 2;
      regions.push({ region: { x, y, ...reach }, scale });
    }
  }
  let most = 0;
  const view = (nth: number) => {
    const wanted = regions[nth];
    if (wanted === undefined) return;
    most = Math.max(most, unwrap(work.map({ ...asked, ...wanted })).items.byteLength);
  };
  // The first time warms it up.
  each(regions.length, view);
  const views = each(regions.length, view);
  print({ what: 'a view: median', value: median(views.walls), unit: 'ms', note: `of ${regions.length}` });
  printWorst('a view: 99 of 100 below', views, 0.99);
  print({ what: 'the largest view', value: most / 1000, unit: 'kB' });
}

function measurePanels(work: OrganisationStore): void {
  heading(`${size}: how two people stand to each other, spans`);
  const { active } = unwrap(work.look({ id: null, isOpening: false, asOf: null }));
  const { idOf } = organisationOf(people).ids;
  const idAt = (nth: number) => idOf(nth % people) as UserId;
  const relations = each(200, (nth) => unwrap(work.relation({ a: idAt(nth * 7919), b: idAt(nth * 104_729) })));
  print({ what: 'how two people stand to each other: median', value: median(relations.walls), unit: 'ms' });
  printWorst('how two people stand to each other: 99 of 100 below', relations, 0.99);
  const spans = taken(() => unwrap(work.spans({ id: active })));
  print({ what: 'spans and layers below the largest top', value: spans.wall, unit: 'ms' });
}

/** Everybody as a file, in the parts in which it is written; no disk is written to. */
function measureSaving(work: OrganisationStore): void {
  heading(`${size}: saved`);
  work.map({ region: { x: 0, y: 0, ...screen }, scale: 1, colour: 'division', latest: false, find: null });
  for (const saved of ['svg', 'csv'] as const) {
    const asked = { what: { kind: 'everybody' }, format: saved, colour: 'division', source: 'bench' } as const;
    let bytes = 0;
    const parts: number[] = [];
    const before = process.memoryUsage().heapUsed;
    let most = before;
    let wall = 0;
    const write = () => {
      const saving = unwrap(work.beginSaving(asked))?.saving ?? 0;
      for (let isLast = false; !isLast; ) {
        parts.push(
          timed(() => {
            const part = unwrap(work.savePart(saving));
            bytes += Buffer.byteLength(part?.text ?? '');
            isLast = part?.isLast ?? true;
          }),
        );
        most = Math.max(most, process.memoryUsage().heapUsed);
      }
    };
    const processor = processorTime(() => {
      wall = timed(write);
    });
    const room = `${format(bytes / 1e6)} MB, ${format((most - before) / 1e6)} MB of heap at most`;
    const note = `${format(processor)} ms of processor, ${room}`;
    print({ what: `${saved.toUpperCase()} of everybody`, value: wall, unit: 'ms', note });
    print({ what: `${saved.toUpperCase()}: the longest part`, value: Math.max(...parts), unit: 'ms' });
  }
}
