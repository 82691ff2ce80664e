/** The stop of the tour at the status check: a log that names accounts of the demo directory, some of them gone. */
import type { Page } from '@playwright/test';
import { createOrganisation } from '../demo/organisation.ts';
import type { TourStep } from './tour-steps.ts';

/** As the app serves it. */
const demo = createOrganisation({ people: 1200, seed: 1, origin: 'http://127.0.0.1' });
const patienceMs = 15_000;

const result = (page: Page) => page.getByRole('grid', { name: 'Result' });

export function checkStops(): readonly TourStep[] {
  return [
    {
      does: 'Check the accounts of a log',
      walk: async (page) => {
        await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Status check' }).click();
        await page.getByRole('textbox', { name: 'List to check' }).fill(log());
        await page.keyboard.press('ControlOrMeta+Enter');
        const gone = page.getByRole('group', { name: 'Show' }).getByRole('button', { name: /^Gone/ });
        await result(page).getByText('Deleted').first().waitFor({ timeout: patienceMs });
        return (await gone.innerText()).replace(/\s+/g, ' ');
      },
      picture: 'status-check',
    },
  ];
}

/** Lines as a gateway writes them: somebody who has left early among them, an address, a name, and one that names nobody. */
function log(): string {
  const records = Array.from({ length: 300 }, (_, nth) => demo.recordOf(nth * 4));
  const gone = records.filter(({ isDeleted }) => isDeleted).slice(0, 3);
  const named = [...records.slice(1, 4), ...gone, ...records.slice(4)];
  const lines = named.map(
    ({ id }, nth) => `2026-11-30T08:${String(nth % 60).padStart(2, '0')}:07Z session opened user=${id}`,
  );
  return [
    ...lines.slice(0, 7),
    records.find(({ displayName }) => displayName !== '')?.displayName,
    'nobody@example.com',
    '',
    ...lines.slice(7),
  ].join('\n');
}
