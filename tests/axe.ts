/** What axe finds wrong with a page: WCAG and its best practices, as far as a machine can check them. */
import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** WCAG 2.2 A and AA, and axe's best practices. */
export const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One line for each rule that is broken, with where and why. `within`: a selector of the part that is looked at. Axe's script is put into a page once, and stays there. */
export async function axeViolations(page: Page, options: RunOptions = {}, within?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return await page.evaluate(
    async ([asked, part]) => {
      // What passes would be named element by element as well.
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(part ?? document, {
        resultTypes: ['violations'],
        ...asked,
      });
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`).join('; ')}`,
      );
    },
    [options, within] as const,
  );
}
