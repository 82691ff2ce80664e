/**
 * The stops of the tour, in order: each does what a person would, and says what it found. Everything is found by its
 * role and accessible name, so a stop that is missed is one that a screen reader's user would miss too.
 */
import type { Locator, Page } from '@playwright/test';

export type TourStep = {
  readonly does: string;
  /** Returns what was found, in words. Rejects where it is not there. */
  readonly walk: (page: Page) => Promise<string>;
  /** The name of the picture to take afterwards. */
  readonly picture?: string;
};

const name = (page: Page) => page.getByRole('heading', { level: 1 });
const chain = (page: Page) => page.getByRole('navigation', { name: 'Reporting chain' });
const tab = (page: Page, label: string) => page.getByRole('tab', { name: label });
const panel = (page: Page) => page.getByRole('tabpanel');
const search = (page: Page) => page.getByRole('combobox', { name: 'Search people' });

const openTab = (label: string, picture?: string): TourStep => ({
  does: `Open the tab ${label}`,
  walk: async (page) => {
    await tab(page, label).click();
    const text = await textOf(panel(page));
    return `${text.length.toLocaleString('en')} characters: “${shortened(text)}”`;
  },
  ...(picture === undefined ? {} : { picture }),
});

export const tourSteps: readonly TourStep[] = [
  {
    does: 'Start the app for the first time',
    walk: async (page) => {
      const heading = await textOf(name(page));
      for (const label of ['Server', 'Access token', 'Start from'])
        await seen(page.getByRole('textbox', { name: label }));
      await seen(page.getByRole('button', { name: 'Connect' }));
      return `“${heading}”, and a form to connect one's own directory`;
    },
    picture: 'first-run',
  },
  {
    does: 'Look around the demo directory',
    walk: async (page) => {
      await page.getByRole('button', { name: 'Look around the demo directory' }).click();
      await seen(page.getByLabel('Standing').first());
      return `${await textOf(name(page))}, ${await textOf(page.getByLabel('Standing').first())}`;
    },
    picture: 'person',
  },
  {
    does: 'Read the reporting chain',
    walk: async (page) => `${await textOf(chain(page))}`,
  },
  openTab('E-mails', 'emails'),
  {
    does: 'Open the tab Reports',
    walk: async (page) => {
      await tab(page, 'Reports').click();
      await seen(panel(page).getByRole('link').or(panel(page).getByRole('button')).first());
      return `“${shortened(await textOf(panel(page)))}”`;
    },
    picture: 'reports',
  },
  openTab('Status', 'status'),
  openTab('Raw', 'raw'),
  openTab('Overview'),
  {
    does: 'Refresh the person',
    walk: async (page) => {
      await page.getByRole('button', { name: 'Refresh' }).click();
      return `${await textOf(name(page))} again, ${await textOf(page.getByLabel('Standing').first())}`;
    },
  },
];

/** Waits until it is there to be seen. */
async function seen(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'visible', timeout: 15_000 });
}

async function textOf(locator: Locator): Promise<string> {
  await seen(locator);
  const text = (await locator.innerText()).replace(/\s+/g, ' ').trim();
  if (text === '') throw new Error('It is there, but empty.');
  return text;
}

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

export { chain, name, search, seen, textOf };
