/** Where the parts of Problems stand on screen. */
import type { Locator, Page } from '@playwright/test';
import { problemWords } from '../../contract/problem-words.ts';
import type { ProblemKind } from '../../contract/problems.ts';

export const problemsOn = (page: Page) => ({
  entry: page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /^Problems/ }),
  heading: page.getByRole('heading', { level: 1 }),
  region: (kind: ProblemKind) => page.getByRole('region', { name: problemWords[kind], exact: true }),
  /** The list of one kind. */
  grid: page.getByRole('grid', { name: 'Problems' }),
  rows: page.getByRole('grid', { name: 'Problems' }).locator('[data-at]'),
  active: page.getByRole('grid', { name: 'Problems' }).locator('[data-at][data-active]'),
  /** What is shown of it, by the words that the choice begins with; its number follows. */
  show: (words: string) =>
    page.getByRole('group', { name: 'Show' }).getByRole('button', { name: new RegExp(`^${words}`) }),
  setAside: page.getByRole('button', { name: 'Set aside…' }),
  save: page.getByRole('button', { name: 'Save…' }),
  undo: page.getByRole('button', { name: 'Undo' }),
});

/** A column's cell of a row. */
export const inRow = (row: Locator, column: string): Locator => row.locator(`[data-column="${column}"]`);

/** How many a text says that there are: the first number in it. */
export const numberIn = async (one: Locator): Promise<number> =>
  Number(/[\d,]+/.exec((await one.textContent()) ?? '')?.[0].replaceAll(',', ''));
