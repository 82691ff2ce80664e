/** One promise of the page, and what the checks of them share. */
import type { Page } from '@playwright/test';
import type { Double, Scenario } from './double.ts';

declare global {
  interface Window {
    readonly rolodeskDouble: Double;
    violations: string[];
  }
}

/** What the page promises, where it is to be seen, and what a person does to see it. */
export type Check = {
  readonly promise: string;
  readonly scenario: Scenario;
  readonly run: (page: Page) => Promise<void>;
};

/** Every call made, oldest first. */
export const made = (page: Page) =>
  page.evaluate(() => window.rolodeskDouble.made.map(({ name, input }) => ({ name, input })));
/** The name of what has the focus. */
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 5000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise((later) => setTimeout(later, 20));
  }
}
