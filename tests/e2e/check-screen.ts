/** Where the parts of the status check stand on screen, and a log of the demo directory to check. */
import type { Page } from '@playwright/test';
import { createOrganisation } from '../../demo/organisation.ts';

const demo = createOrganisation({ people: 1200, seed: 1, origin: 'http://127.0.0.1' });

export const checks = (page: Page) => ({
  entry: page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Status check' }),
  list: page.getByRole('textbox', { name: 'List to check' }),
  heading: page.getByRole('heading', { level: 1 }),
  /** A choice of the group of heaps, by the words that it begins with. */
  show: (words: string) =>
    page.getByRole('group', { name: 'Show' }).getByRole('button', { name: new RegExp(`^${words}`) }),
  grid: page.getByRole('grid', { name: 'Result' }),
  /** Rows that are drawn, without the headings. */
  rows: page.getByRole('grid', { name: 'Result' }).locator('[data-at]'),
  active: page.getByRole('grid', { name: 'Result' }).locator('[data-at][data-active]'),
  ask: page.getByRole('button', { name: 'Ask the server' }),
});

/** A cell of a row, by its column. */
export const cell = (row: ReturnType<typeof checks>['rows'], column: string) =>
  row.locator(`[data-column="${column}"]`);

/** 300 lines of a log, each of another person; how many of them are gone, inactive and there. */
export function logOfDemo() {
  const records = Array.from({ length: 300 }, (_, nth) => demo.recordOf(nth * 4));
  const lines = records.map(
    ({ id }, nth) => `2026-11-30T08:${String(nth % 60).padStart(2, '0')}:07Z INFO session opened user=${id} ok`,
  );
  const gone = records.filter(({ isDeleted }) => isDeleted).length;
  const inactive = records.filter(({ isDeleted, isActive }) => !isDeleted && !isActive).length;
  return { lines, gone, inactive, fine: records.length - gone - inactive };
}
