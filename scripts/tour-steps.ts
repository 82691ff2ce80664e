/**
 * The stops of the tour, in order: each does what a person would, and says what it found. Everything is found by its
 * role and accessible name, so a stop that is missed is one that a screen reader's user would miss too.
 */
import type { Locator, Page } from '@playwright/test';
import { checkStops } from './tour-checks.ts';
import { oddityStops } from './tour-oddities.ts';
import { problemStops } from './tour-problems.ts';

export type TourStep = {
  readonly does: string;
  /** Returns what was found, in words. Rejects where it is not there. */
  readonly walk: (page: Page) => Promise<string>;
  /** The name of the picture to take afterwards. */
  readonly picture?: string;
};

const patienceMs = 15_000;
/** All of the demo directory, on a busy machine. */
const syncedWithinMs = 60_000;

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const chain = (page: Page) => page.getByRole('navigation', { name: 'Reporting chain' });
const status = (page: Page) => page.getByLabel('Status', { exact: true });
const panel = (page: Page) => page.getByRole('tabpanel');
const search = (page: Page) => page.getByRole('combobox', { name: 'Search people' });
const people = (page: Page) => page.getByRole('grid', { name: 'People' }).locator('[data-place]');
const reports = (page: Page) => panel(page).getByRole('list', { name: 'Direct reports' }).getByRole('link');

const besides = (page: Page, name: string) => page.getByRole('complementary', { name });
const treeItem = (page: Page, tree: string, name: string) =>
  page.getByRole('tree', { name: tree, exact: true }).getByRole('treeitem', { name });

/** The people met on the way, for the stops that come back to them. */
export function tourSteps(): readonly TourStep[] {
  let firstPerson = '';
  let lastPerson = '';
  return [
    {
      does: 'Start the app for the first time',
      walk: async (page) => {
        for (const name of ['Server', 'Access token', 'Start from']) await seen(page.getByRole('textbox', { name }));
        await seen(page.getByRole('button', { name: 'Connect', exact: true }));
        return `${quoted(await textOf(heading(page)))}, and a form to connect a directory`;
      },
      picture: 'first-run',
    },
    {
      does: 'Look around the demo directory',
      walk: async (page) => {
        await page.getByRole('button', { name: 'Look around the demo directory' }).click();
        const found = await textOf(status(page));
        firstPerson = await textOf(heading(page));
        return `${firstPerson}, ${found.toLowerCase()}`;
      },
    },
    openTab('Overview'),
    openTab('E-mails', 'emails'),
    {
      does: 'Open the tab Reports',
      walk: async (page) => {
        await page.getByRole('tab', { name: 'Reports', exact: true }).click();
        await seen(reports(page).first());
        return `${await reports(page).count()} people, the first ${quoted(await textOf(reports(page).first()))}`;
      },
      picture: 'reports',
    },
    {
      does: 'Open one of them who has people too',
      walk: (page) => openReport(page, 'first'),
    },
    {
      does: 'Open one of theirs',
      walk: async (page) => {
        await page.getByRole('tab', { name: 'Reports', exact: true }).click();
        const found = await openReport(page, 'last');
        lastPerson = await textOf(heading(page));
        return found;
      },
      picture: 'person',
    },
    openTab('Status history', 'status'),
    openTab('Raw', 'raw'),
    {
      does: 'Refresh',
      walk: async (page) => {
        await page.getByRole('button', { name: 'Refresh' }).click();
        await seen(page.getByText('From the server'));
        return `${await textOf(heading(page))}, from the server`;
      },
    },
    {
      does: 'Climb to the top of the chain',
      walk: async (page) => {
        await chain(page).getByRole('link').first().click();
        await named(page, firstPerson);
        return `${firstPerson} again`;
      },
    },
    {
      does: 'Go back',
      walk: async (page) => {
        await page.getByRole('button', { name: 'Back', exact: true }).click();
        await named(page, lastPerson);
        return lastPerson;
      },
    },
    openTab('Overview'),
    {
      does: 'Show them in the organisation',
      walk: async (page) => {
        await page.keyboard.press('Alt+o');
        await seen(treeItem(page, 'Chart', lastPerson));
        await page.getByRole('navigation', { name: 'Main' }).getByText('1,200').waitFor({ timeout: syncedWithinMs });
        const above = page.getByRole('navigation', { name: 'Where you are' }).getByRole('link');
        return `${lastPerson}, below ${(await above.allInnerTexts()).join(' › ')}`;
      },
      picture: 'organisation',
    },
    {
      does: 'Learn how two people stand to each other',
      walk: async (page) => {
        // Somebody who leads another branch of the same top.
        const tree = page.getByRole('tree', { name: 'People by manager' });
        const other = tree.locator('[aria-level="2"][aria-expanded=false]').last();
        await seen(other);
        await other.click({ modifiers: ['Shift'] });
        return quoted(await textOf(besides(page, 'Relation of two').getByRole('status')));
      },
      picture: 'organisation-relation',
    },
    {
      does: 'Read spans and layers of everybody',
      walk: async (page) => {
        await page.keyboard.press('Alt+l');
        const panel = besides(page, 'Spans and layers');
        await panel.getByRole('button', { name: 'Everybody' }).click();
        const layers = panel.getByRole('list', { name: 'Layers' }).getByRole('listitem');
        await seen(layers.first());
        return `${await layers.count()} layers, the first: ${await textOf(layers.first())}`;
      },
      picture: 'organisation-spans',
    },
    {
      does: 'Close what stands beside the chart',
      walk: async (page) => {
        await page.keyboard.press('Escape');
        await besides(page, 'Spans and layers').waitFor({ state: 'hidden', timeout: patienceMs });
        return 'the chart alone';
      },
    },
    {
      does: 'Ask how the organisation was on an earlier day',
      walk: async (page) => {
        await page.getByRole('button', { name: 'As of…' }).click();
        const since = page.getByRole('dialog', { name: 'As of a day' }).getByText('Rolodesk knows since');
        await seen(since);
        return quoted(await textOf(since));
      },
      picture: 'organisation-as-of',
    },
    {
      does: 'Stay with today',
      walk: async (page) => {
        await page.keyboard.press('Escape');
        await page.getByRole('dialog', { name: 'As of a day' }).waitFor({ state: 'hidden', timeout: patienceMs });
        return 'the organisation as it is now';
      },
    },
    ...oddityStops(),
    {
      does: 'See everybody at once',
      walk: async (page) => {
        await page.getByRole('group', { name: 'Form' }).getByRole('button', { name: 'Map' }).click();
        await page.getByRole('tree', { name: 'Map', exact: true }).press('Home');
        const selected = page.getByRole('tree', { name: 'Map', exact: true }).getByRole('treeitem', { selected: true });
        const top = selected.and(page.locator('[aria-level="1"]'));
        await seen(top);
        await page.getByRole('button', { name: 'Fit', exact: true }).click();
        return quoted((await top.getAttribute('aria-label')) ?? (await textOf(top)));
      },
      picture: 'organisation-map',
    },
    {
      does: 'Put a role into the spotlight',
      walk: async (page) => {
        await page.getByRole('button', { name: 'Colour' }).click();
        await page.getByRole('menuitemradio', { name: /^Spotlight/ }).click();
        await page.getByRole('combobox', { name: 'Spotlight on' }).fill('Software Engineer');
        await page.getByRole('option', { name: /^Role: Software Engineer/ }).click();
        const found = page.getByRole('search', { name: 'Spotlight' }).getByRole('status');
        await seen(found);
        return textOf(found);
      },
      picture: 'organisation-spotlight',
    },
    {
      does: 'Clear the spotlight',
      walk: async (page) => {
        await page.getByRole('button', { name: 'Clear the spotlight' }).click();
        const colour = page.getByRole('button', { name: 'Colour' });
        await seen(colour);
        return textOf(colour);
      },
    },
    ...checkStops(),
    ...problemStops(),
    {
      does: 'Search by the beginning of a name',
      walk: async (page) => {
        await search(page).click();
        await search(page).fill(firstPerson.slice(0, 1));
        const options = page.getByRole('option').filter({ hasText: firstPerson });
        await seen(options.first());
        return `${await page.getByRole('option').count()} found, ${firstPerson} among them`;
      },
      picture: 'search',
    },
    {
      does: 'Open the one looked for',
      walk: async (page) => {
        await search(page).fill(firstPerson);
        await seen(page.getByRole('option').filter({ hasText: firstPerson }).first());
        await search(page).press('Enter');
        await named(page, firstPerson);
        return firstPerson;
      },
    },
    {
      does: 'Meet somebody the server no longer has',
      walk: async (page) => {
        await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'People' }).click();
        const gone = page.getByRole('group', { name: 'Show' }).getByRole('button', { name: /^Not found/ });
        // The sync has to come to them first.
        await gone.waitFor({ state: 'visible', timeout: syncedWithinMs });
        await gone.click();
        await people(page).first().click();
        await seen(status(page).filter({ hasText: 'Not found' }));
        return `${await textOf(heading(page))}, ${(await textOf(status(page))).toLowerCase()}`;
      },
      picture: 'not-found',
    },
    {
      does: 'List who is deleted, newest first',
      walk: async (page) => {
        await page.getByRole('button', { name: 'Back', exact: true }).click();
        await page
          .getByRole('group', { name: 'Show' })
          .getByRole('button', { name: /^Deleted/ })
          .click();
        await seen(page.getByRole('columnheader', { name: 'Deleted on' }));
        await seen(
          people(page)
            .filter({ hasText: /\d+ \w+ \d{4}/ })
            .first(),
        );
        return quoted(await textOf(people(page).first()));
      },
      picture: 'deleted',
    },
    {
      does: 'List everybody known so far',
      walk: async (page) => {
        await page.getByRole('group', { name: 'Show' }).getByRole('button', { name: /^All/ }).click();
        await named(page, 'People');
        return await textOf(page.getByRole('group', { name: 'Show' }));
      },
      picture: 'people',
    },
    {
      does: 'Change to dark',
      walk: async (page) => {
        await page.getByRole('button', { name: 'Theme' }).click();
        await page.getByRole('menuitemradio', { name: 'Dark' }).click();
        await page.locator('html[data-mantine-color-scheme=dark]').waitFor({ timeout: patienceMs });
        await page.getByRole('button', { name: 'Back', exact: true }).click();
        await named(page, firstPerson);
        return `${firstPerson} in the dark`;
      },
      picture: 'person-dark',
    },
    {
      does: 'Ask what runs here',
      walk: async (page) => {
        await page.getByRole('button', { name: 'Settings and help' }).click();
        await page.getByRole('menuitem', { name: 'About Rolodesk' }).click();
        const found = await textOf(page.getByRole('dialog'));
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden', timeout: patienceMs });
        return quoted(found);
      },
    },
    {
      does: 'Disconnect',
      walk: async (page) => {
        await page.getByRole('button', { name: /On this computer/ }).click();
        await page.getByRole('menuitem', { name: 'Disconnect…' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
        await seen(page.getByRole('button', { name: 'Look around the demo directory' }));
        return 'the first-run screen again, and nothing left behind';
      },
    },
  ];
}

function openTab(name: string, picture?: string): TourStep {
  return {
    does: `Open the tab ${name}`,
    walk: async (page) => {
      await page.getByRole('tab', { name, exact: true }).click();
      return quoted(await textOf(panel(page)));
    },
    ...(picture === undefined ? {} : { picture }),
  };
}

/** Opens the first or last of those direct reports who have reports of their own. */
async function openReport(page: Page, which: 'first' | 'last'): Promise<string> {
  const before = await textOf(heading(page));
  // Cards arrive one after another, so the first that says so is waited for.
  const leading = reports(page).filter({ hasText: /\d reports/ });
  await seen(leading.first());
  await leading[which]().click();
  await seen(heading(page).filter({ hasNotText: before }).filter({ hasNotText: 'Opening…' }));
  const steps = await chain(page).getByRole('link').allInnerTexts();
  return `${await textOf(heading(page))}, ${(await textOf(status(page))).toLowerCase()}; above: ${steps.join(' › ')}`;
}

async function named(page: Page, name: string): Promise<void> {
  await seen(heading(page).filter({ hasText: name }));
}

async function seen(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'visible', timeout: patienceMs });
}

async function textOf(locator: Locator): Promise<string> {
  await seen(locator);
  const text = (await locator.innerText()).replace(/\s+/g, ' ').trim();
  if (text === '') throw new Error('It is there, but empty.');
  return text;
}

function quoted(text: string): string {
  return `“${text.length > 110 ? `${text.slice(0, 109)}…` : text}”`;
}
