/** The stops of the tour at Problems: who was left behind, and the list of them. */
import type { Page } from '@playwright/test';
import { problemWords } from '../contract/problem-words.ts';
import type { TourStep } from './tour-steps.ts';

const patienceMs = 15_000;
/** Problems are found once the sync has calmed down. */
const foundWithinMs = 60_000;

const leftBehind = (page: Page) => page.getByRole('region', { name: problemWords['left-behind'] });

export function problemStops(): readonly TourStep[] {
  return [
    {
      does: 'See who was left behind, and who to ask instead',
      walk: async (page) => {
        await page
          .getByRole('navigation', { name: 'Main' })
          .getByRole('button', { name: /^Problems/ })
          .click();
        const first = leftBehind(page).getByRole('listitem').first();
        await first.waitFor({ timeout: foundWithinMs });
        return (await first.innerText()).replace(/\s+/g, ' ');
      },
      picture: 'problems',
    },
    {
      does: 'List all of them',
      walk: async (page) => {
        await leftBehind(page)
          .getByRole('button', { name: /^Show all/ })
          .click();
        const row = page.getByRole('grid', { name: 'Problems' }).getByRole('row').nth(1);
        await row.waitFor({ timeout: patienceMs });
        return (await row.innerText()).replace(/\s+/g, ' ');
      },
    },
  ];
}
