/** A view to be looked at: the double's scenario, and how a person gets there. */
import type { Page } from '@playwright/test';
import type { Scenario } from './double.ts';

export type View = {
  readonly name: string;
  readonly scenario: Scenario;
  /** With colours that the system forces on the page. */
  readonly isForced?: boolean;
  readonly reach?: (page: Page) => Promise<void>;
};

/** Types into the search until it finds something. */
export const found = (page: Page, text: string) => async () => {
  await page.getByRole('combobox', { name: 'Search people' }).fill(text);
  await page.getByRole('option').first().waitFor();
};
/** Opens whom a text finds first, and one of their tabs. */
export const person = (text: string, tab?: string) => async (page: Page) => {
  await found(page, text)();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Overview' }).waitFor();
  if (tab !== undefined) await page.getByRole('tab', { name: tab, exact: true }).click();
};

/** Drops a text file on the window, wherever. */
export const dropFile = (page: Page, name: string, text: string) =>
  page.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, text] as const,
  );

export const open: Scenario = { open: true, remembered: true };
