import { describe, expect, test } from 'vitest';
import { UserId } from '../../../contract/ids.ts';
import { usualView } from '../../../contract/people-view.ts';
import type { Page } from '../../../contract/shown-page.ts';
import {
  canStep,
  currentVisit,
  keepPlace,
  revise,
  samePlace,
  startHistory,
  step,
  visit,
} from '../../../renderer/store/history.ts';

const person = (id: string): Page => ({ view: 'person', id: UserId.parse(id), tab: 'overview' });

describe('history', () => {
  test('goes back and forward as in a browser', () => {
    const there = visit(visit(startHistory(1), person('a'), 2), person('b'), 3);
    expect(currentVisit(there).page).toEqual(person('b'));
    const back = step(there, -1);
    expect(currentVisit(back).page).toEqual(person('a'));
    expect(currentVisit(step(back, 1)).page).toEqual(person('b'));
    expect([canStep(there, 1), canStep(there, -1), canStep(back, 1)]).toEqual([false, true, true]);
  });

  test('forgets what was ahead when another way is taken', () => {
    const back = step(visit(visit(startHistory(1), person('a'), 2), person('b'), 3), -1);
    const other = visit(back, person('c'), 4);
    expect(canStep(other, 1)).toBe(false);
    expect(other.visits.map(({ key }) => key)).toEqual([1, 2, 4]);
  });

  test('stays where it is at either end', () => {
    const start = startHistory(1);
    expect(step(start, -1)).toBe(start);
    expect(step(start, 1)).toBe(start);
  });

  test('a scroll position belongs to one visit, not to the page', () => {
    let history = visit(startHistory(1), person('a'), 2);
    history = revise(history, { scrollTop: 300 });
    history = visit(visit(history, person('b'), 3), person('a'), 4);
    expect(currentVisit(history).scrollTop).toBe(0);
    expect(currentVisit(step(step(history, -1), -1)).scrollTop).toBe(300);
  });

  test('a page that is left late keeps its place all the same', () => {
    const history = keepPlace(visit(visit(startHistory(1), person('a'), 2), person('b'), 3), 2, { scrollTop: 300 });
    expect(currentVisit(history)).toMatchObject({ key: 3, scrollTop: 0 });
    expect(currentVisit(step(history, -1)).scrollTop).toBe(300);
  });

  test('is bounded', () => {
    let history = startHistory(0);
    for (let key = 1; key < 500; key += 1) history = visit(history, person(`u${key}`), key);
    expect(history.visits.length).toBe(200);
    expect(currentVisit(history).key).toBe(499);
  });

  test('another tab of the same person is the same place', () => {
    expect(samePlace(person('a'), { view: 'person', id: UserId.parse('a'), tab: 'raw' })).toBe(true);
    expect(samePlace(person('a'), person('b'))).toBe(false);
    expect(samePlace(person('a'), { view: 'people', table: usualView })).toBe(false);
  });
});
