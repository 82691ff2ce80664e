/** The organisation, a branch and a chart as files, out of a database. */
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OrganisationSaveAsked } from '../../../contract/organisation-save.ts';
import type { User } from '../../../contract/user.ts';
import { emailOf, freshFile, idOf, noon, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';
import { unwrap } from '../sync/synced.ts';
import { hostileNames } from './hostile-names.ts';
import { type Late, organisationOf } from './organised.ts';
import { everyElement, readXml } from './xml.ts';

let store: DirectoryStore;
let late: Late;
let organisation: ReturnType<typeof organisationOf>;
beforeEach(() => {
  store = storeAt(freshFile()).store;
  late = { time: 0 };
  organisation = organisationOf(store, late);
});
afterEach(() => store.close());

const person = (id: string, reports: readonly string[] = [], more: Partial<User> = {}) =>
  userOf(id, { reports: reports.map(idOf), ...more });
const shape = { open: [], closed: [], beside: [], more: [], whole: [] };
const everybody: OrganisationSaveAsked = { what: { kind: 'everybody' }, format: 'svg', colour: 'division' };
const branchOf = (id: string): OrganisationSaveAsked => ({ ...everybody, what: { kind: 'branch', id: idOf(id) } });
const chartOf = (id: string, changed = {}): OrganisationSaveAsked => ({
  ...everybody,
  what: { kind: 'chart', centre: idOf(id), shape: { ...shape, ...changed } },
});

const begin = (asked: OrganisationSaveAsked) =>
  unwrap(organisation.work.beginSaving({ ...asked, source: 'Acme (api.acme.example)' }));
/** The whole file, and how many people each part brought it to. */
function saved(asked: OrganisationSaveAsked) {
  const begun = begin(asked);
  if (begun === null) throw new Error('nobody is meant');
  const dones: number[] = [];
  let file = '';
  for (;;) {
    const part = unwrap(organisation.work.savePart(begun.saving));
    if (part === null) throw new Error('given up');
    if (part.isLast) return { ...begun, file, dones };
    file += part.text;
    dones.push(part.done);
  }
}
const textsIn = (file: string) => everyElement(readXml(file), 'text').map(({ text }) => text);
const cardsIn = (file: string) =>
  everyElement(readXml(file), 'rect').filter(({ attributes }) => attributes.rx === '8' && attributes.class === 'cards');

const company = [
  person('head', ['ann', 'bo'], { name: 'Head', role: 'r1' }),
  person('ann', ['carl', 'cleo'], { name: 'Ann' }),
  person('bo', ['named'], { name: 'Bo', status: 'deleted' }),
  person('carl', [], { name: '=HYPERLINK("x")', status: 'inactive', emails: [emailOf('carl@x.example')] }),
  person('cleo', [], { name: '007' }),
];

describe('an SVG', () => {
  it('of everybody names everybody, what is not usual of them, the divisions, when and from where', () => {
    record(store, company);
    store.setLabels({ roles: new Map([['r1', 'Chief <Executive>']]), teams: new Map() });
    const { file, total, onlyListed, name, dones } = saved(everybody);
    expect([total, onlyListed, name, dones.at(-1)]).toEqual([6, 1, null, 6]);
    const texts = textsIn(file);
    for (const text of ['Everybody', 'Head', 'Ann', 'Bo', '=HYPERLINK("x")', '007', 'named'])
      expect(texts).toContain(text);
    expect(texts.some((text) => text.startsWith('Chief <Executive> · 2 direct'))).toBe(true);
    expect(texts.some((text) => text.startsWith('Deleted · 1 direct'))).toBe(true);
    expect(texts).toContain('Inactive');
    expect(texts).toContain('Not fetched yet');
    expect(texts).toContain('Organisation: 5 people, 1 only listed');
    expect(texts).toContain('Division');
    expect(texts.filter((text) => text === 'Ann')).toHaveLength(2);
    expect(texts).toContain('1 Mar 2026, 12:00 · Acme (api.acme.example) · Rolodesk');
  });

  it('of a branch has nobody else, and is as large as that is', () => {
    record(store, company);
    const { file, total, name } = saved(branchOf('ann'));
    expect([total, name]).toEqual([3, 'Ann']);
    const texts = textsIn(file);
    expect(texts).toContain('Ann and everybody below: 3 people');
    expect(texts).not.toContain('Head');
    expect(texts).not.toContain('Bo');
    const lone = saved(branchOf('cleo'));
    expect(textsIn(lone.file)).toContain('007');
    expect(begin(branchOf('nobody'))).toBeNull();
  });

  it('is in the colours that were asked for, and tells them', () => {
    record(store, company);
    const { file } = saved({ ...everybody, colour: 'status' });
    expect(textsIn(file)).toEqual(expect.arrayContaining(['Status', 'Inactive', 'Deleted']));
    expect(textsIn(file)).toContain('5 people, 1 only listed · 1 of 5 deleted');
  });

  it('is in the spotlight that was asked for, with how many', () => {
    record(store, company);
    const { file } = saved({ ...everybody, spotlight: { by: 'text', value: 'ann', words: '“ann”' } });
    expect(textsIn(file)).toEqual(
      expect.arrayContaining(['“ann”', expect.stringMatching(/^5 people, 1 only listed · 1 of 5 in the/)]),
    );
  });

  it('of a chart has the cards, lines and buttons that the page shows', () => {
    record(store, company);
    const { file, total } = saved(chartOf('ann'));
    // The way up, the centre and their two.
    expect(total).toBe(4);
    expect(cardsIn(file)).toHaveLength(4);
    expect(textsIn(file)).toEqual(expect.arrayContaining(['Head', 'Ann', '+1 beside', 'Chart of Ann']));
    const unfolded = saved(chartOf('ann', { beside: [organisation.seek('ann')?.member.key ?? 0] }));
    expect(cardsIn(unfolded.file)).toHaveLength(5);
    expect(textsIn(unfolded.file)).toContain('−1 beside');
  });

  it('of a chart tells of a circle, and of another manager', () => {
    record(store, [
      person('a', ['b'], { name: 'Ana' }),
      person('b', ['a', 'c'], { name: 'Bo' }),
      person('d', ['c'], { name: 'Dee' }),
    ]);
    expect(textsIn(saved(chartOf('a')).file).join('|')).toMatch(/In a circle: (Ana → Bo → Ana|Bo → Ana → Bo)/);
    const other = textsIn(saved(chartOf('c')).file);
    expect(other).toContain('Also lists c');
  });

  it.each(hostileNames)('of somebody called %j is well formed, and lies in its view', (name) => {
    record(store, [
      person('head', ['x'], { name }),
      person('x', [], { name, role: name.slice(0, 60), team: name.slice(0, 60) }),
    ]);
    for (const asked of [everybody, branchOf('head'), branchOf('x'), chartOf('head'), chartOf('x')]) {
      const root = readXml(saved(asked).file);
      const [x = 0, y = 0, w = 0, h = 0] = (root.attributes.viewBox ?? '').split(' ').map(Number);
      for (const one of everyElement(root, 'rect')) {
        const [left = 0, top = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((of) =>
          Number(one.attributes[of]),
        );
        expect(left >= x && top >= y && left + width <= x + w + 0.02 && top + height <= y + h + 0.02).toBe(true);
      }
    }
  });
});

it('of what is on screen of the map has that alone, as a drawing and as a table', () => {
  record(store, company);
  const region = { x: 0, y: 0, w: 1e6, h: 1e6 };
  const viewOf = (more: object = {}): OrganisationSaveAsked => ({
    ...everybody,
    what: { kind: 'view', region: { ...region, ...more }, scale: 1 },
  });
  const all = saved(viewOf());
  expect([all.total, all.onlyListed, all.name, all.dones.at(-1)]).toEqual([6, 1, null, 6]);
  expect(textsIn(all.file)).toContain('Part of the organisation: 5 people, 1 only listed');
  expect(parse(saved({ ...viewOf(), format: 'csv' }).file, { bom: true, columns: true })).toHaveLength(6);
  const corner = saved(viewOf({ w: 40, h: 70 }));
  expect([corner.total, corner.size.h < all.size.h]).toEqual([1, true]);
  // Who only touches the edge is not on screen.
  expect(saved(viewOf({ w: 8 })).total).toBe(0);
  expect(begin(viewOf({ x: -50, w: 20 }))).toBeNull();
});

it('tells how large a drawing is', () => {
  record(store, company);
  for (const asked of [everybody, branchOf('ann'), chartOf('ann')]) {
    const { file, size } = saved(asked);
    const [, , w = 0, h = 0] = (readXml(file).attributes.viewBox ?? '').split(' ').map(Number);
    expect(size.w).toBeCloseTo(w, 1);
    expect(size.h).toBeCloseTo(h, 1);
  }
});

describe('a CSV', () => {
  it('has a line for each, in the order of the tree, that spreadsheets take for text', () => {
    record(store, company);
    const { file, total, onlyListed } = saved({ ...everybody, format: 'csv' });
    expect([total, onlyListed, saved(chartOf('bo')).onlyListed]).toEqual([6, 1, 1]);
    const rows = parse(file, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row.Level, row.Manager, row.Name, row.Id, row.Status, row.Below, row.Direct])).toEqual([
      ['1', '', 'Head', 'head', 'active', '5', '2'],
      ['2', 'Head', 'Ann', 'ann', 'active', '2', '2'],
      ['3', 'Ann', "'007", 'cleo', 'active', '0', '0'],
      ['3', 'Ann', `'=HYPERLINK("x")`, 'carl', 'inactive', '0', '0'],
      ['2', 'Head', 'Bo', 'bo', 'deleted', '1', '1'],
      ['3', 'Bo', '', 'named', 'not fetched', '0', '0'],
    ]);
    expect(rows[3]).toMatchObject({ 'E-mail': 'carl@x.example', 'Manager id': 'ann' });
    const branch = saved({ ...branchOf('bo'), format: 'csv' });
    expect(parse(branch.file, { bom: true, columns: true })).toHaveLength(2);
  });

  it('of a chart has who is drawn in it, each once, row by row', () => {
    record(store, company);
    const names = (asked: OrganisationSaveAsked) => {
      const { file, total } = saved({ ...asked, format: 'csv' });
      const rows = parse(file, { bom: true, columns: true }) as Record<string, string>[];
      expect(rows).toHaveLength(total);
      return rows.map(({ Id }) => Id);
    };
    expect(names(chartOf('ann'))).toEqual(['head', 'ann', 'cleo', 'carl']);
    const beside = [organisation.seek('ann')?.member.key ?? 0];
    expect(names(chartOf('ann', { beside }))).toEqual(['head', 'ann', 'bo', 'cleo', 'carl']);
  });

  it('of a chart with another manager names them once', () => {
    // The manager of the manager lists them as well, and has two cards.
    record(store, [person('a', ['b', 'c'], { name: 'Ana' })]);
    record(store, [person('b', ['c'], { name: 'Bo' }), person('c')], noon + 1000);
    const drawn = cardsIn(saved(chartOf('c')).file);
    const { file } = saved({ ...chartOf('c'), format: 'csv' });
    const ids = (parse(file, { bom: true, columns: true }) as Record<string, string>[]).map(({ Id }) => Id);
    expect([drawn.length, [...ids].sort()]).toEqual([4, ['a', 'b', 'c']]);
  });
});

it('is of the moment at which it was asked for, in parts of no more than 500', () => {
  const many = Array.from({ length: 1200 }, (_, nth) => `p${nth}`);
  record(store, [person('head', many), ...many.map((id) => person(id))]);
  const begun = begin(everybody);
  late.time += 60_000;
  record(store, [person('head', many.slice(0, 3))], noon + 1);
  organisation.rows();
  let people = 0;
  for (let part = unwrap(organisation.work.savePart(begun?.saving ?? 0)); part?.isLast === false; ) {
    expect(part.done - people).toBeLessThanOrEqual(500);
    people = part.done;
    part = unwrap(organisation.work.savePart(begun?.saving ?? 0));
  }
  expect([begun?.total, people]).toEqual([1201, 1201]);
});

it('is of the moment of the past that is looked at, also where another one is by then', () => {
  record(store, company);
  record(store, [person('head', ['ann'], { name: 'Head of later' })], noon + 1000);
  unwrap(organisation.work.look({ id: null, isOpening: false, asOf: noon + 1 }));
  const begun = begin(everybody);
  unwrap(organisation.work.look({ id: null, isOpening: false, asOf: null }));
  const part = unwrap(organisation.work.savePart(begun?.saving ?? 0));
  const rest = unwrap(organisation.work.savePart(begun?.saving ?? 0));
  const texts = textsIn(`${part?.text}${rest?.text}`);
  expect(texts).toEqual(expect.arrayContaining(['Head', 'Bo']));
  expect(texts.find((text) => text.endsWith('Rolodesk'))).toMatch(
    /^as of 1 Mar 2026, 12:00 · 1 Mar 2026, 12:00 · Acme/,
  );
});

it('is gone once it has ended, and where others were begun after it', () => {
  record(store, company);
  const first = begin(everybody)?.saving ?? 0;
  unwrap(organisation.work.endSaving(first));
  expect(unwrap(organisation.work.savePart(first))).toBeNull();
  const second = begin(everybody)?.saving ?? 0;
  for (let times = 0; times < 4; times += 1) begin(everybody);
  expect(unwrap(organisation.work.savePart(second))).toBeNull();
});
