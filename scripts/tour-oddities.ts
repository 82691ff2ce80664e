/** The stops of the tour at what is odd in the demo directory's organisation: one of each, where it is met. */
import type { Page } from '@playwright/test';
import { type AnomalyKind, anomaliesOf } from '../demo/anomalies.ts';
import { createOrganisation } from '../demo/organisation.ts';
import type { TourStep } from './tour-steps.ts';

/** As the app serves it. */
const demo = createOrganisation({ people: 1200, seed: 1, origin: 'http://127.0.0.1' });
const patienceMs = 15_000;

const rows = (page: Page, name: string | RegExp) =>
  page.getByRole('tree', { name: 'People by manager' }).getByRole('treeitem', { name });
const cards = (page: Page, name: string | RegExp, selected?: boolean) =>
  page.getByRole('tree', { name: 'Chart', exact: true }).getByRole('treeitem', { name, ...(selected && { selected }) });

export function oddityStops(): readonly TourStep[] {
  return [
    {
      does: 'Meet several tops, some of them in a circle',
      walk: (page) => pressRow(page, /in a circle/),
      picture: 'organisation-circle',
    },
    {
      does: 'Meet a top with a branch that the server refuses',
      walk: async (page) => {
        const found = await pressRow(page, /could not be fetched/);
        await cards(page, /could not be fetched/)
          .first()
          .waitFor({ state: 'attached', timeout: patienceMs });
        return found;
      },
      picture: 'organisation-not-fetched',
    },
    findStop('Find somebody with two managers', 'two-managers', /2 managers/, 'organisation-two-managers'),
    findStop(
      'Find a deleted manager who still has people',
      'deleted-manager',
      /deleted/,
      'organisation-deleted-manager',
    ),
    findStop('Find somebody who lists themselves', 'self-report', /lists themselves/, 'organisation-self-lister'),
  ];
}

/** Presses the first row that says so, and waits for that person's chart. */
async function pressRow(page: Page, says: RegExp): Promise<string> {
  const row = rows(page, says).first();
  await row.waitFor({ timeout: patienceMs });
  const found = (await row.getAttribute('aria-label')) ?? '';
  await row.click();
  await arrived(page, found.slice(0, found.indexOf(',')));
  return `“${found}”`;
}

function findStop(does: string, kind: AnomalyKind, says: RegExp, picture: string): TourStep {
  return {
    does,
    walk: async (page) => {
      const name = nameOf(kind);
      await page.keyboard.press('/');
      const field = page.getByRole('combobox', { name: 'Find in the organisation' });
      await field.fill(name);
      await page.getByRole('option').filter({ hasText: name }).first().waitFor({ timeout: patienceMs });
      await field.press('Enter');
      await arrived(page, name);
      const row = rows(page, says).filter({ hasText: name }).first();
      await row.waitFor({ timeout: patienceMs });
      return `“${await row.getAttribute('aria-label')}”`;
    },
    picture,
  };
}

async function arrived(page: Page, name: string): Promise<void> {
  await cards(page, name, true).waitFor({ state: 'attached', timeout: patienceMs });
}

/** The first of them who has a name. */
function nameOf(kind: AnomalyKind): string {
  const names = anomaliesOf(demo)[kind].map((id) => demo.recordOf(demo.indexOf(id) ?? 0).displayName ?? '');
  const [name] = names.filter((one) => one !== '');
  if (name === undefined) throw new Error(`Nobody of the demo directory is ${kind}.`);
  return name;
}
