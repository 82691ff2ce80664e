/** Who is gone, on the page: the words for it, the history of it, who still reports to them, and the filters of the table. */
import { describe, expect, test } from 'vitest';
import { usualColumns, usualView } from '../../../contract/people-view.ts';
import type { NotFoundSpan, ReportEntry, StatusObservation } from '../../../contract/person.ts';
import { TableColumn } from '../../../contract/table.ts';
import { Status } from '../../../contract/user.ts';
import { livingReports } from '../../../renderer/person/living-reports.ts';
import { statusEvents } from '../../../renderer/person/status-events.ts';
import { isGone, neverStored, statusSentence } from '../../../renderer/status/status-of.ts';
import { filtered, shownColumns, usualOrder } from '../../../renderer/store/gone-filters.ts';
import { currentVisit } from '../../../renderer/store/history.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { createDouble } from '../../renderer-double/double.ts';
import { cardOf, idOf, pageOf } from '../../renderer-double/people.ts';

const august = Date.UTC(2026, 7, 27, 12);
const september = Date.UTC(2026, 8, 14, 12);

describe('a status in one sentence', () => {
  test.each([
    ['active', null, null, 'Active'],
    ['active', august, null, 'Active'],
    ['unknown', null, null, 'Unknown'],
    ['deleted', august, null, 'Deleted 27 Aug 2026'],
    ['deleted', null, null, 'Deleted, no date'],
    ['deleted', august, september, 'Deleted 27 Aug 2026, no longer found since 14 Sept 2026'],
    ['deleted', null, september, 'Deleted, no date, no longer found since 14 Sept 2026'],
    ['not-found', null, september, 'Not found since 14 Sept 2026'],
    ['not-found', august, september, 'Not found since 14 Sept 2026'],
    // Of a moment between two answers: found again since, and shown by the older one.
    ['not-found', null, null, 'Not found'],
    ['deleted', 1e20, null, 'Deleted unknown date'],
  ] as const)('%s, deleted at %s, not found since %s: %s', (status, deletedAt, notFoundSince, sentence) => {
    expect(statusSentence({ status, deletedAt, notFoundSince })).toBe(sentence);
  });

  test('of somebody who never was here', () => {
    expect(statusSentence(neverStored(september))).toBe('Not found since 14 Sept 2026');
  });
});

describe('the history', () => {
  const said = (at: number, status: StatusObservation['status'] = 'active'): StatusObservation => ({
    ...{ at, status, isActive: true, isDeleted: false, deletedAt: null, availability: null },
  });
  const told = (observations: readonly StatusObservation[], spans: readonly NotFoundSpan[]) =>
    statusEvents(observations, spans).map((event) =>
      event.what === 'not-found' ? `${event.at} not found` : `${event.at} ${event.what} ${event.record?.at ?? '?'}`,
    );

  test('says when somebody was not found and when the server had them again, with the record of that time', () => {
    expect(
      told(
        [said(50, 'inactive'), said(10)],
        [
          { since: 60, until: null },
          { since: 20, until: 30 },
        ],
      ),
    ).toEqual(['60 not found', '50 record 50', '30 found-again 10', '20 not found', '10 record 10']);
  });

  test('says nothing twice where another record ended it', () => {
    expect(told([said(30, 'deleted'), said(10)], [{ since: 20, until: 30 }])).toEqual([
      '30 record 30',
      '20 not found',
      '10 record 10',
    ]);
  });

  test('holds where nothing was ever said of them, or longer ago than is kept', () => {
    expect(told([], [{ since: 20, until: null }])).toEqual(['20 not found']);
    expect(told([said(90)], [{ since: 20, until: 30 }])).toEqual(['90 record 90', '30 found-again ?', '20 not found']);
  });

  test('within one moment what was not found comes after the record', () => {
    expect(told([said(10)], [{ since: 10, until: null }])).toEqual(['10 not found', '10 record 10']);
  });
});

describe('who still reports to somebody who is gone', () => {
  const known = (number: number, status: Status, isTheirs = true): ReportEntry => {
    const card = cardOf(number, { status });
    return { state: 'known', id: card.id, card, isTheirs };
  };
  const reports: readonly ReportEntry[] = [
    ...Status.options.map((status, nth) => known(nth + 1, status)),
    known(10, 'active', false),
    { state: 'waiting', id: idOf(11) },
    { state: 'not-found', id: idOf(12), since: 0 },
    { state: 'failed', id: idOf(13), failure: { kind: 'forbidden' } },
    { state: 'not-an-id', text: '(vacant)' },
  ];

  test.each(Status.options)('counts those who are there and have no other manager; theirs is %s', (status) => {
    const card = cardOf(9, { status });
    const page = pageOf(card, { reports: [...reports, { state: 'known', id: card.id, card, isTheirs: true }] });
    expect(livingReports(page)).toBe(isGone(card) ? 3 : 0);
  });
});

describe('the filters of those who are gone', () => {
  const { store } = (() => {
    const { bridge } = createDouble({ open: true });
    return { store: createDirectoryStore(bridge.call) };
  })();
  const shown = () => {
    const { page } = currentVisit(store.getState().history);
    if (page.view !== 'people') throw new Error('not the table');
    return page.table;
  };
  const only = (status: Status | null) => store.getState().showTable({ filter: { status } });

  test('show since when, newest first, and give back the order that was chosen', () => {
    const byTeam = { by: 'team', descending: true } as const;
    store.getState().openPeople({});
    store.getState().showTable({ sort: byTeam });
    only('deleted');
    expect(shown()).toMatchObject({ filter: { status: 'deleted' }, sort: { by: 'deleted', descending: true } });
    only('not-found');
    expect(shown().sort).toEqual({ by: 'notFound', descending: true });
    store.getState().showTable({ filter: { text: 'ann' } });
    expect(shown().sort).toEqual({ by: 'notFound', descending: true });
    only('inactive');
    expect(shown()).toEqual({ filter: { ...usualView.filter, status: 'inactive', text: 'ann' }, sort: byTeam });
    only('deleted');
    only(null);
    expect(shown().sort).toEqual(byTeam);
  });

  test('keep an order that was chosen in them, but not one by their own column', () => {
    store.getState().openPeople({});
    only('deleted');
    store.getState().showTable({ sort: { by: 'deleted', descending: false } });
    only(null);
    expect(shown().sort).toEqual(usualView.sort);
    only('deleted');
    store.getState().showTable({ sort: { by: 'role', descending: false } });
    only('active');
    expect(shown().sort).toEqual({ by: 'role', descending: false });
  });

  test('are reached from the search, too', () => {
    store.getState().openPeople({ status: 'deleted', text: 'an' });
    expect(shown()).toEqual({
      filter: { ...usualView.filter, status: 'deleted', text: 'an' },
      sort: { by: 'deleted', descending: true },
    });
    store.getState().showTable({ filter: usualView.filter });
    expect(shown()).toEqual(usualView);
  });

  test('add their column to those that were chosen, in its place, and change none of them', () => {
    expect(shownColumns(usualColumns, { status: 'deleted' })).toEqual([
      ...(['name', 'status', 'deleted', 'role', 'team', 'manager', 'email'] as const),
    ]);
    expect(shownColumns(usualColumns, { status: 'not-found' })).toContain('notFound');
    expect(shownColumns(TableColumn.options, { status: 'deleted' })).toEqual(TableColumn.options);
    for (const status of [null, 'active', 'inactive', 'unknown'] as const) {
      expect(shownColumns(usualColumns, { status })).toEqual(usualColumns);
    }
  });

  test('leave alone what they do not concern', () => {
    expect(filtered(usualOrder, { role: 'r' })).toEqual({
      table: { ...usualView, filter: { ...usualView.filter, role: 'r' } },
    });
  });
});
