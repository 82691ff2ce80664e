/** The page of the organisation, by the roles and names that never change. */
import type { Page } from '@playwright/test';

export const organisation = (page: Page) => {
  const tree = page.getByRole('tree', { name: 'People by manager' });
  const heading = page.getByRole('heading', { level: 1, name: 'Organisation' });
  return {
    entry: page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Organisation' }),
    heading,
    /** How many people, layers and tops there are. */
    note: heading.locator('xpath=following-sibling::p'),
    tree,
    rows: tree.getByRole('treeitem'),
    active: tree.getByRole('treeitem', { selected: true }),
    where: page.getByRole('navigation', { name: 'Where you are' }),
    find: page.getByRole('combobox', { name: 'Find in the organisation' }),
  };
};

/** What the row that the keys act on says. */
export async function activeRow(page: Page) {
  const { active } = organisation(page);
  const [name, level, expanded] = await Promise.all(
    ['aria-label', 'aria-level', 'aria-expanded'].map((attribute) => active.getAttribute(attribute)),
  );
  return { name, level: Number(level), expanded };
}
