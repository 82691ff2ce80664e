/** What axe finds wrong with a page: WCAG and its best practices, as far as a machine can check them. */
import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** One line for each rule that is broken, with where and why. Its script is put into a page once, and stays there. */
export async function axeViolations(page: Page, options: RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return await page.evaluate(async (asked) => {
    // What passes would be named element by element as well.
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      ...asked,
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`).join('; ')}`,
    );
  }, options);
}
