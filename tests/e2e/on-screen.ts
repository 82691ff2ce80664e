/** Where things stand on screen, by the roles and names that never change: what a screen reader's user goes by. */
import { expect, type Locator, type Page } from '@playwright/test';

export type PersonTabName = 'Overview' | 'E-mails' | 'Reports' | 'Status history' | 'Raw';

export const firstRun = (page: Page) => ({
  lookAround: page.getByRole('button', { name: 'Look around the demo directory' }),
  server: page.getByRole('textbox', { name: 'Server' }),
  token: page.getByRole('textbox', { name: 'Access token' }),
  startFrom: page.getByRole('textbox', { name: 'Start from' }),
  connect: page.getByRole('button', { name: 'Connect', exact: true }),
});

export const frame = (page: Page) => ({
  people: page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'People' }),
  back: page.getByRole('button', { name: 'Back', exact: true }),
  forward: page.getByRole('button', { name: 'Forward', exact: true }),
  recent: page.getByRole('navigation', { name: 'Recent' }),
  /** The button that says which directory is open and how it is doing. */
  connection: page
    .getByRole('complementary', { name: 'Directory' })
    .getByRole('button', { name: /people|person/ })
    .last(),
  /** The line that says how the directory that is open is doing, with its countdown and its one button. */
  state: page.getByRole('group', { name: 'Sync' }),
});

export const person = (page: Page) => ({
  heading: page.getByRole('heading', { level: 1 }),
  chain: page.getByRole('navigation', { name: 'Reporting chain' }),
  /** The people in it; the way to the organisation is a link beside them. */
  inChain: page
    .getByRole('navigation', { name: 'Reporting chain' })
    .getByRole('link', { name: /^(?!Show .*in the organisation$)/ }),
  status: page.getByLabel('Status', { exact: true }),
  refresh: page.getByRole('button', { name: 'Refresh', exact: true }),
  tab: (name: PersonTabName) => page.getByRole('tab', { name, exact: true }),
  panel: page.getByRole('tabpanel'),
  /** Lines of the direct reports, on the tab that is open. */
  reports: page.getByRole('tabpanel').getByRole('list', { name: 'Direct reports' }).getByRole('listitem'),
});

export const search = (page: Page) => ({
  field: page.getByRole('combobox', { name: 'Search people' }),
  options: page.getByRole('option'),
});

/** The dialog that is open; one that closes is drawn for a moment more. */
export const openDialog = (page: Page): Locator => page.getByRole('dialog').and(page.locator(':not([data-closing])'));

/** The alert that holds a text. */
export const alert = (page: Page, text: string | RegExp): Locator => page.getByRole('alert').filter({ hasText: text });

export async function showTab(page: Page, name: PersonTabName): Promise<Locator> {
  await person(page).tab(name).click();
  await expect(person(page).tab(name)).toHaveAttribute('aria-selected', 'true');
  return person(page).panel;
}

/** Opens somebody who is already known, or fetches somebody who is not, by whatever names them. */
export async function lookUp(page: Page, text: string): Promise<void> {
  const { field, options } = search(page);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeFocused();
  await field.fill(text);
  await expect(options.first()).toBeVisible();
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
}
