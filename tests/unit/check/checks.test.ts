/** A list is checked as the app does it: read and held by a thread, stored by the writer's, answered from the local copy. */

import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { mostCheckedLines } from '../../../contract/bounds.ts';
import { CheckAnswer, type CheckFilter, type CheckRow } from '../../../contract/check.ts';
import { heapOfAnswer } from '../../../contract/check-heaps.ts';
import { CheckOverview } from '../../../contract/check-overview.ts';
import { accept } from '../../../electron/check/list-keeping.ts';
import { unwrap } from '../sync/synced.ts';
import { anything, type Checked, openChecked, people, saidOf } from './checked.ts';

let checked: Checked | null = null;
const open = async (...options: Parameters<typeof openChecked>): Promise<Checked> => {
  checked = await openChecked(...options);
  return checked;
};
afterEach(async () => {
  await checked?.directory.close();
  checked = null;
});

describe('each line is answered', () => {
  it('by id, address, number and username, in the order of the list', async () => {
    const { begin, rows } = await open({ people });
    const { id } = await begin(
      [
        'u-10001',
        'ANA@x.example',
        'Ana <silva@x.example>',
        '089 1234567',
        'Ana.Silva',
        'https://app.example.com/users/u-10003',
        'team@x.example',
        'nobody@x.example',
        'u-19999',
        'Cy Young',
        'Bo Lind',
        '???',
        '',
        'U-10001 ',
        '2026-01-01 u-10001 made u-10002 a guest',
      ].join('\n'),
    );
    expect((await rows(id)).map(saidOf)).toEqual([
      'u-10001 | active | u-10001 | id',
      'ANA@x.example | active | u-10001 | primary-email',
      'Ana <silva@x.example> | active | u-10001 | other-email',
      '089 1234567 | deleted | u-10002 | phone',
      'Ana.Silva | active | u-10001 | username',
      'https://app.example.com/users/u-10003 | inactive | u-10003 | id',
      'team@x.example | ambiguous | of 2',
      'nobody@x.example | nobody-known',
      'u-19999 | not-fetched | id',
      'Cy Young | not-understood | name | of 2',
      'Bo Lind | not-understood | name | of 1',
      '??? | not-understood | no-id',
      '',
      'U-10001 | active | u-10001 | id',
      '2026-01-01 u-10001 made u-10002 a guest | ambiguous | of 2',
    ]);
    const [first, , , bo] = await rows(id);
    expect(first?.manager).toBeNull();
    expect(bo?.manager).toMatchObject({ id: 'u-10001', name: 'Ana Silva' });
    expect(bo?.person?.deletedAt).toBe(Date.UTC(2026, 0, 31, 9));
    expect((await rows(id))[13]?.repeats).toEqual({ place: 0, line: 1, part: 0 });
  });

  it('and shows of a long line the part in which somebody was found', async () => {
    const { begin, rows } = await open({ people });
    const long = `${'a word '.repeat(60)}user=u-10001 ${'more '.repeat(60)}`;
    const { id } = await begin(`INFO user=u-10002 ok\nu-10003\n${long}\n${'no id '.repeat(60)}\n`);
    const [short, bare, found, none] = await rows(id);
    expect(short).toMatchObject({ given: 'INFO user=u-10002 ok', foundAt: 10 });
    expect(bare?.foundAt).toBe(0);
    expect(found?.given.slice(found.foundAt)).toMatch(/^u-10001 more/);
    expect(found?.given).toMatch(/^….* user=u-10001 more .*…$/);
    expect(found?.given.length).toBeLessThanOrEqual(200);
    expect(none).toMatchObject({ foundAt: 0, answer: 'not-understood' });
  });

  it('and counted: what is empty and what is said twice apart', async () => {
    const { begin, rows } = await open({ people });
    const overview = await begin('u-10001\n\nu-10001\nu-10002\nBo Lind\n');
    expect(CheckOverview.parse(overview)).toEqual(overview);
    expect(overview.counts).toMatchObject({ rows: 5, empty: 1, repeated: 1 });
    expect(overview.counts.answers).toMatchObject({ active: 1, deleted: 1, 'not-understood': 1 });
    expect(overview).toMatchObject({ uniqueNames: 1, difference: null, asking: null, notIndexed: 0 });
    const shown = async (show: CheckFilter['show']) =>
      (await rows(overview.id, { ...anything, show })).map(({ place }) => place);
    expect([await shown('gone'), await shown('fine'), await shown('review'), await shown('inactive')]).toEqual([
      [3],
      [0],
      [4],
      [],
    ]);
    expect([await shown('empty'), await shown('repeated')]).toEqual([[1], [2]]);
    expect((await rows(overview.id, { ...anything, text: 'ana sil' })).map(({ place }) => place)).toEqual([0, 2]);
    expect((await rows(overview.id, { ...anything, answer: 'deleted' })).map(({ place }) => place)).toEqual([3]);
  });

  it('the heaps add up to the rows, whatever the list', async () => {
    const { begin, checks } = await open({ people });
    const line = fc.constantFrom(
      'u-10001',
      'u-10002',
      'u-19999',
      'ana@x.example',
      'no@x.example',
      'Cy Young',
      '',
      '?',
      'x y',
    );
    const lists = fc.array(
      fc.oneof(
        line,
        fc.array(line, { maxLength: 4 }).map((some) => some.join('; ')),
      ),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    await fc.assert(
      fc.asyncProperty(lists, async (lines) => {
        fc.pre(lines.some((one) => one.trim() !== ''));
        const { id, counts } = await begin(lines.join('\n'));
        const totalOf = async (filter: Partial<CheckFilter>) =>
          unwrap(await checks.rows({ id, filter: { ...anything, ...filter }, offset: 0, limit: 1 })).total;
        expect(await totalOf({})).toBe(counts.rows);
        const heaps = new Map<string, number>();
        for (const answer of CheckAnswer.options) {
          expect(await totalOf({ answer })).toBe(counts.answers[answer]);
          const heap = heapOfAnswer[answer];
          heaps.set(heap, (heaps.get(heap) ?? 0) + counts.answers[answer]);
        }
        let sum = 0;
        for (const show of ['gone', 'inactive', 'fine', 'review'] as const) {
          expect(await totalOf({ show })).toBe(heaps.get(show) ?? 0);
          sum += await totalOf({ show });
        }
        expect(await totalOf({ show: 'empty' })).toBe(counts.empty);
        expect(await totalOf({ show: 'repeated' })).toBe(counts.repeated);
        expect(sum + counts.empty + counts.repeated).toBe(counts.rows);
      }),
      { numRuns: 40 },
    );
  });

  it('of a hundred thousand of which one is somebody’s, in its place', async () => {
    const { begin, checks } = await open({ people });
    const lines = Array.from({ length: mostCheckedLines }, (_, nth) =>
      nth === 77_777 ? 'ana@x.example' : `n${nth}@x.example`,
    );
    const { id, counts } = await begin(lines.join('\n'));
    expect(counts.answers).toMatchObject({ active: 1, 'nobody-known': mostCheckedLines - 1 });
    const found = unwrap(await checks.rows({ id, filter: { ...anything, show: 'fine' }, offset: 0, limit: 100 }));
    expect(found.rows.map(({ place, line, person }) => [place, line, person?.id])).toEqual([
      [77_777, 77_778, 'u-10001'],
    ]);
    const last = unwrap(await checks.rows({ id, filter: anything, offset: mostCheckedLines - 1, limit: 100 }));
    expect(last.rows.map(({ given }) => given)).toEqual([lines.at(-1)]);
  });

  it('by another column of a table, whose cells are all kept', async () => {
    const { begin, checks, rows } = await open({ people });
    const { id, table } = await begin('id,mail,cost\nu-10001,team@x.example,0042\n,cy@x.example,1\nu-10002,,\n');
    expect(table).toEqual({
      columns: [
        { name: 'id', sample: 'u-10001' },
        { name: 'mail', sample: 'team@x.example' },
        { name: 'cost', sample: '0042' },
      ],
      key: 0,
      more: 0,
    });
    expect((await rows(id)).map(saidOf)).toEqual([
      'u-10001 | active | u-10001 | id',
      'cy@x.example 1 | not-understood | no-id',
      'u-10002 | deleted | u-10002 | id',
    ]);
    const { version } = unwrap(await checks.open(id));
    const other = unwrap(await checks.column(id, 1));
    expect(other.table?.key).toBe(1);
    expect(other.version).toBeGreaterThan(version);
    expect((await rows(id)).map(saidOf)).toEqual([
      'team@x.example | ambiguous | of 2',
      'cy@x.example | active | u-10004 | primary-email',
      'u-10002 | not-understood | no-id',
    ]);
    expect((await checks.column(id, 3)).ok).toBe(false);
  });
});

describe('who is meant', () => {
  it('is chosen among several, and taken back', async () => {
    const { begin, checks, rows } = await open({ people });
    const { id } = await begin('team@x.example\nCy Young\nteam@x.example\n');
    expect(unwrap(await checks.candidates(id, 0)).first.map((one) => one.id)).toEqual(['u-10003', 'u-10004']);
    unwrap(await checks.choose(id, 2, 'u-10003' as never));
    expect((await rows(id)).map(saidOf)).toEqual([
      'team@x.example | inactive | u-10003 | chosen | of 2',
      'Cy Young | not-understood | name | of 2',
      'team@x.example | inactive | u-10003 | chosen | of 2',
    ]);
    const counts = unwrap(await checks.choose(id, 0, null)).counts.answers;
    expect(counts).toMatchObject({ inactive: 0, ambiguous: 1 });
    expect((await checks.choose(id, 9, null)).ok).toBe(false);
    expect((await checks.choose(id, 0, 'u-none' as never)).ok).toBe(false);
  });

  it('by a name that nobody has is suggested, and never accepted with the others', async () => {
    const { begin, checks, store, untilTold } = await open({ people });
    const { id, uniqueNames } = await begin('Ana Silvaa\nsilva anna\nBo Lidn\nWxyz Qwerty\nTeam\n');
    expect(uniqueNames).toBe(0);
    // Asked for until no name is left to be looked for.
    const whole = async (): Promise<CheckRow[]> => {
      const answer = unwrap(await checks.rows({ id, filter: anything, offset: 0, limit: 100 }));
      return answer.isLacking ? whole() : answer.rows;
    };
    const said = async () =>
      (await whole()).map((row) => [row.answer, row.isNearest, row.candidates?.first.map((one) => one.id)]);
    expect(await said()).toEqual([
      ['not-understood', true, ['u-10001']],
      ['not-understood', true, ['u-10001']],
      ['not-understood', true, ['u-10002']],
      ['not-understood', false, undefined],
      ['not-understood', false, undefined],
    ]);
    expect(unwrap(await checks.candidates(id, 2)).first.map((one) => one.id)).toEqual(['u-10002']);
    expect(unwrap(await checks.candidates(id, 3))).toEqual({ count: 0, first: [] });
    expect(unwrap(await checks.acceptNames(id)).counts.answers['not-understood']).toBe(5);
    unwrap(await checks.choose(id, 2, 'u-10002' as never));
    expect((await whole()).map(saidOf)[2]).toBe('Bo Lidn | deleted | u-10002 | chosen | of 1');
    // Somebody who comes is called so: they are offered as such.
    const { version } = unwrap(await checks.open(id));
    await store('u-10030', { name: 'Ana Silvaa' });
    await untilTold((overview) => overview.version > version);
    expect((await whole())[0]).toMatchObject({ isNearest: false, candidates: { first: [{ id: 'u-10030' }] } });
  });

  it('is never told by a name that was not accepted; all that are only one person’s are at once', async () => {
    const { begin, checks, rows } = await open({ people });
    const { id } = await begin('Bo Lind\nSilva, Ana\nCy Young\n');
    const after = unwrap(await checks.acceptNames(id));
    expect(after.uniqueNames).toBe(0);
    expect((await rows(id)).map(saidOf)).toEqual([
      'Bo Lind | deleted | u-10002 | name | of 1',
      'Silva, Ana | active | u-10001 | name | of 1',
      'Cy Young | not-understood | name | of 2',
    ]);
  });
});

describe('a check is kept', () => {
  it('with its name, its rows and what was chosen; the one without a name gives way to the next', async () => {
    const first = await open({ people });
    const named = await first.begin('Bo Lind\nu-10003\n');
    unwrap(await first.checks.acceptNames(named.id));
    unwrap(await first.checks.name(named.id, 'July'));
    const { id: replaced } = await first.begin('u-10001\n');
    const { id: last } = await first.begin('u-10002\n');
    await first.directory.close();
    const { checks, rows } = await open({ people: {}, file: first.file });
    const kept = unwrap(await checks.kept());
    expect(kept.checks.map(({ id, name }) => [id, name])).toEqual([
      [last, null],
      [named.id, 'July'],
    ]);
    expect(kept.last).toBe(last);
    expect(unwrap(await checks.open(named.id))).toMatchObject({ name: 'July', counts: { rows: 2 } });
    expect((await rows(named.id)).map(saidOf)).toEqual([
      'Bo Lind | deleted | u-10002 | name | of 1',
      'u-10003 | inactive | u-10003 | id',
    ]);
    expect(await checks.open(replaced)).toEqual({
      ok: false,
      failure: { kind: 'bad-input', where: 'check', reason: 'not-known' },
    });
    expect(unwrap(await checks.remove(named.id)).checks.map(({ id }) => id)).toEqual([last]);
  });

  it('and run again, which says what is different', async () => {
    const first = await open({ people });
    const { id } = await first.begin('u-10001\nu-10002\nu-10003\n');
    await first.directory.close();
    const { checks, store } = await open({ people: {}, file: first.file });
    await store('u-10001', { status: 'deleted' });
    await store('u-10002', { status: 'active' });
    await store('u-10003', { status: 'active' });
    expect(unwrap(await checks.open(id)).difference).toMatchObject({ newlyGone: 1, back: 1, changed: 3 });
    expect(unwrap(await checks.run(id)).difference).toMatchObject({ newlyGone: 1, back: 1, changed: 3 });
    expect(unwrap(await checks.runs(id)).runs.map(({ number }) => number)).toEqual([2, 1]);
    expect(unwrap(await checks.run(id)).difference).toMatchObject({ newlyGone: 0, back: 0, changed: 0 });
    expect(unwrap(await checks.removeRun(id, 2)).runs.map(({ number }) => number)).toEqual([3, 1]);
    expect(unwrap(await checks.removeRun(id, 3)).runs.map(({ number }) => number)).toEqual([3, 1]);
  });

  it('not where a run was killed before it was answered: nothing is left of that when the directory is opened again', async () => {
    const first = await open({ people });
    const { id } = await first.begin('u-10001\n');
    const { ask, close } = first.directory;
    for (const shape of [null, { rows: 1, table: null }]) {
      const left = unwrap(await ask('beginCheck', [{ kind: 'pasted' }, 0]));
      unwrap(await ask('addCheckPart', [left, 0, '[[1,0,"u-10002"]]']));
      if (shape !== null) unwrap(await ask('setCheckShape', [left, shape]));
    }
    await close();
    const { checks, directory, rows } = await open({ people: {}, file: first.file });
    expect(unwrap(await checks.kept()).last).toBe(id);
    expect((await rows(id)).map(saidOf)).toEqual(['u-10001 | active | u-10001 | id']);
    await directory.close();
    const file = new DatabaseSync(first.file);
    const counted = ['checks', 'check_parts'].map(
      (table) => file.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n,
    );
    file.close();
    expect(counted).toEqual([1, 1]);
  });

  it('not where it is given up or cannot be read: what was checked before is as it was', async () => {
    const { begin, checks, rows } = await open({ people });
    const { id } = await begin('u-10001\n');
    const given = checks.begin({ text: 'u-10002\n'.repeat(5000) }, { kind: 'pasted' }, accept);
    checks.giveUp();
    expect(await given).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(await checks.begin({ text: ' \n' }, { kind: 'pasted' }, accept)).toMatchObject({
      failure: { reason: 'empty' },
    });
    const name = 'a.png';
    const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0);
    expect(await checks.begin({ bytes, name }, { kind: 'file', name }, accept)).toMatchObject({
      failure: { reason: 'malformed' },
    });
    expect(unwrap(await checks.kept()).checks.map((one) => one.id)).toEqual([id]);
    expect((await rows(id)).map(saidOf)).toEqual(['u-10001 | active | u-10001 | id']);
  });
});
