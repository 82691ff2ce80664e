/** A list is compared with a part of the directory: who is in both, who stands in the list alone, and who is missing from it. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CheckFilter } from '../../../contract/check.ts';
import { CheckOverview } from '../../../contract/check-overview.ts';
import { usualView } from '../../../contract/people-view.ts';
import type { PeopleFilter } from '../../../contract/table.ts';
import { unwrap } from '../sync/synced.ts';
import { anything, type Checked, forty, openChecked, people, saidOf } from './checked.ts';

let checked: Checked | null = null;
const open = async (...options: Parameters<typeof openChecked>): Promise<Checked> => {
  checked = await openChecked(...options);
  return checked;
};
afterEach(async () => {
  await checked?.directory.close();
  checked = null;
});

const everybody = usualView.filter;
const activeOnly: PeopleFilter = { ...everybody, status: 'active' };
const below = (id: string): PeopleFilter => ({ ...everybody, below: { id: id as never, which: 'all' } });
const show = (group: CheckFilter['show'], text = ''): CheckFilter => ({ ...anything, show: group, text });

/** Who is there only, by name. */
async function onlyHere({ rows }: Pick<Checked, 'rows'>, id: CheckOverview['id']): Promise<(string | undefined)[]> {
  return (await rows(id, show('only-here'))).map(({ person }) => person?.name);
}

const few = {
  'u-10001': people['u-10001'],
  'u-10002': people['u-10002'],
  'u-10003': people['u-10003'],
  'u-10004': { name: 'Émile Zola', emails: ['e@x.example'] },
} as const;

describe('a list beside a part of the directory', () => {
  it('says of each row whether it means somebody there, and who there stands in no row', async () => {
    const one = await open({ people: few });
    const { id } = await one.begin('u-10001\nana@x.example\n\nu-19999\nBo Lind\nu-10001\nteam@x.example\n');
    const overview = unwrap(await one.checks.compare(id, everybody));
    expect(CheckOverview.parse(overview)).toEqual(overview);
    expect(overview.comparison).toEqual({
      part: everybody,
      below: null,
      both: 3,
      onlyList: 2,
      onlyHere: 2,
      here: 4,
    });
    expect((await one.rows(id, show('both'))).map(saidOf)).toEqual([
      'u-10001 | active | u-10001 | id',
      'ana@x.example | active | u-10001 | primary-email',
      'team@x.example | inactive | u-10003 | primary-email',
    ]);
    expect((await one.rows(id, show('only-list'))).map(saidOf)).toEqual([
      'u-19999 | not-fetched | id',
      'Bo Lind | not-understood | name | of 1',
    ]);
    const [bo, emile, ...none] = await one.rows(id, show('only-here'));
    expect(none).toEqual([]);
    expect(bo).toMatchObject({ line: null, given: '', answer: 'deleted', person: { id: 'u-10002' }, repeats: null });
    expect(bo).toMatchObject({ manager: { id: 'u-10001' }, source: { from: 'local' }, matchedBy: null });
    expect(emile?.person).toMatchObject({ name: 'Émile Zola', email: 'e@x.example' });
    expect((await one.rows(id, show('only-here', 'emile'))).map(({ person }) => person?.id)).toEqual(['u-10004']);
  });

  it('which is narrowed as the table is, and in which nobody is named who is above', async () => {
    const one = await open({ people: few });
    const { id } = await one.begin('u-10003\n');
    expect(unwrap(await one.checks.compare(id, activeOnly)).comparison).toMatchObject({ both: 0, onlyList: 1 });
    expect(await onlyHere(one, id)).toEqual(['Ana Silva', 'Émile Zola']);
    const under = unwrap(await one.checks.compare(id, below('u-10001')));
    expect(under.comparison).toMatchObject({ below: { name: 'Ana Silva' }, both: 0, onlyList: 1, here: 1 });
    expect(await onlyHere(one, id)).toEqual(['Bo Lind']);
    const none = unwrap(await one.checks.compare(id, { ...below('u-10001'), status: 'active' }));
    expect(none.comparison).toMatchObject({ onlyHere: 0, here: 0 });
  });

  it('is kept with the check, also under another column, and forgotten', async () => {
    const one = await open({ people: few });
    const { id } = await one.begin('id,mail\nu-10001,e@x.example\nu-10002,\n');
    unwrap(await one.checks.compare(id, activeOnly));
    expect(unwrap(await one.checks.column(id, 1)).comparison).toMatchObject({ part: activeOnly, both: 1, onlyList: 1 });
    await one.directory.close();
    const again = await open({ people: {}, file: one.file });
    expect(unwrap(await again.checks.open(id)).comparison).toMatchObject({ part: activeOnly, both: 1 });
    expect(await onlyHere(again, id)).toEqual(['Ana Silva']);
    expect(unwrap(await again.checks.compare(id, null)).comparison).toBeNull();
    expect(await again.rows(id, show('both'))).toEqual([]);
    expect(await again.rows(id, show('only-here'))).toEqual([]);
    expect(unwrap(await again.checks.open(id)).comparison).toBeNull();
  });

  it('follows what is stored: who comes, who leaves the part, who is chosen', async () => {
    const one = await open({ people: few });
    const { id } = await one.begin('Bo Lind\nnew@x.example\n');
    unwrap(await one.checks.compare(id, activeOnly));
    expect(await onlyHere(one, id)).toEqual(['Ana Silva', 'Émile Zola']);
    await one.store('u-10009', { name: 'Cleo Ray' });
    const grown = await one.untilTold(({ comparison }) => comparison?.here === 3);
    expect(grown.comparison?.onlyHere).toBe(3);
    expect(await onlyHere(one, id)).toEqual(['Ana Silva', 'Cleo Ray', 'Émile Zola']);
    await one.store('u-10001', { ...few['u-10001'], status: 'deleted' });
    await one.store('u-10009', { name: 'Cleo Ray', emails: ['new@x.example'] });
    await one.untilTold(({ comparison }) => comparison?.both === 1 && comparison.here === 2);
    expect(await onlyHere(one, id)).toEqual(['Émile Zola']);
    unwrap(await one.checks.compare(id, everybody));
    expect(unwrap(await one.checks.choose(id, 0, 'u-10002' as never)).comparison?.both).toBe(2);
    expect(await onlyHere(one, id)).toEqual(['Ana Silva', 'Cy Young', 'Émile Zola']);
  });

  it('is led through by typed letters: names first, and what was given where nobody is named', async () => {
    const one = await open({ people: few });
    const { id } = await one.begin('u-10001\nzzz@x.example\nu-10003\n');
    unwrap(await one.checks.compare(id, everybody));
    const typed = async (text: string, from = 0, filter = anything) =>
      unwrap(await one.checks.typed({ id, filter, typed: text, from })).at;
    expect([
      await typed('cy'),
      await typed('ana'),
      await typed('ana', 1),
      await typed('zz'),
      await typed('u-1'),
    ]).toEqual([2, 0, 0, 1, null]);
    expect([await typed('em', 0, show('only-here')), await typed('cy', 0, show('only-here'))]).toEqual([1, null]);
  });

  it('tells counts that equal the rows, whatever the list and the part', async () => {
    const one = await open({ people: { ...forty, ...people } });
    const line = fc.oneof(
      fc.integer({ min: 1, max: 45 }).map((nth) => `u-${10_000 + nth}`),
      fc.constantFrom('ana@x.example', 'silva@x.example', 'team@x.example', 'p9@x.example', 'Cy Young', '', '?'),
    );
    const part = fc.record({
      status: fc.constantFrom(null, 'active' as const, 'deleted' as const),
      below: fc.constantFrom(null, { id: 'u-10001' as never, which: 'all' as const }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), part, async (lines, narrowed) => {
        fc.pre(lines.some((text) => text.trim() !== ''));
        const { id, counts } = await one.begin(lines.join('\n'));
        const { comparison } = unwrap(await one.checks.compare(id, { ...everybody, ...narrowed }));
        const both = await one.rows(id, show('both'));
        const only = await one.rows(id, show('only-list'));
        const here = await one.rows(id, show('only-here'));
        expect([comparison?.both, comparison?.onlyList, comparison?.onlyHere]).toEqual([
          both.length,
          only.length,
          here.length,
        ]);
        expect(both.length + only.length + counts.empty + counts.repeated).toBe(counts.rows);
        const meant = new Set(both.map(({ person }) => person?.id));
        expect(meant.size + here.length).toBe(comparison?.here);
        expect(here.some(({ person }) => meant.has(person?.id))).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});
