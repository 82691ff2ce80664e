/** The demo directory as tests meet it: whole, at its table, and at its longest list of direct reports. */
import type { Page } from '@playwright/test';
import { anomaliesOf } from '../../demo/anomalies.ts';
import { createOrganisation } from '../../demo/organisation.ts';
import { expect } from './app.ts';
import { firstRun, frame, lookUp, person, showTab } from './on-screen.ts';

const demo = createOrganisation({ people: 1200, seed: 1, origin: 'http://127.0.0.1' });

export const grid = (page: Page) => page.getByRole('grid', { name: 'People' });
/** The name in the row that the keys are at; a manager's is a link as well. */
export const activeName = (page: Page) => grid(page).locator('[role="row"][data-active] [data-column="name"] a');

/** Opens the demo directory from the first screen, and waits until everybody is there. */
export async function openDemo(page: Page): Promise<void> {
  await firstRun(page).lookAround.click();
  await expect(frame(page).people).toContainText('1,200', { timeout: 30_000 });
}

/** The table, with the focus in it, once it is counted. */
export async function showGrid(page: Page, shown: string): Promise<void> {
  await frame(page).people.click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: `${shown} shown` })).toBeVisible();
  await grid(page).focus();
}

/** The 207 direct reports of one manager. */
export async function showLongReports(page: Page): Promise<void> {
  const manager = anomaliesOf(demo)['broad-team'].find(
    (id) => demo.recordOf(demo.indexOf(id) ?? 0).reportees.length === 207,
  );
  await lookUp(page, manager ?? '');
  await expect(person(page).heading).toBeFocused();
  await showTab(page, 'Reports');
}
