/** The head of a check leaves room for its rows, and a row holds what stands in it. */
import type { Locator } from '@playwright/test';
import { expect } from './app.ts';
import { checks, logOfDemo } from './check-screen.ts';
import { test as faulty, named, someone } from './fault-people.ts';
import { person } from './on-screen.ts';
import { test } from './whole-demo.ts';

/** What is drawn in these rows above or below them, in words. */
const beyondRows = (rows: Locator) =>
  rows.evaluateAll((all) =>
    all.flatMap((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return [...row.querySelectorAll('[role=gridcell] *')]
        .filter((one) => one.getBoundingClientRect().top < top || one.getBoundingClientRect().bottom > bottom)
        .map((one) => `${row.getAttribute('data-at')}: ${one.textContent}`);
    }),
  );

/** How many rows are seen whole. */
const wholeRows = (rows: Locator) =>
  rows.evaluateAll(
    (all) =>
      all.filter((row) => {
        const { top, bottom, left, height } = row.getBoundingClientRect();
        const edges = [top + 1, bottom - 1].map((y) => document.elementFromPoint(left + 60, y));
        return height > 0 && edges.every((one) => row.contains(one));
      }).length,
  );

test('at 1,000 px the tools and the filter are a line each, at 200 % rows are seen without scrolling', async ({
  demo: { page },
}) => {
  const { list, grid, rows, show } = checks(page);
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.keyboard.press('ControlOrMeta+3');
  const ids = logOfDemo().lines.map((line) => /user=(\S+)/.exec(line)?.[1] ?? '');
  // The first are not understood, whose reasons are the longest.
  await list.fill(['who,note', '\u{1f600},x', `${'a'.repeat(600)},x`, ...ids.map((id) => `${id},x`)].join('\n'));
  await list.press('ControlOrMeta+Enter');
  await expect(grid).toHaveAttribute('aria-rowcount', '303');
  await expect(rows.first()).not.toHaveAttribute('aria-busy', 'true');
  const top = async (of: Locator) => Math.round((await of.boundingBox())?.y ?? -1);
  const tool = (name: string) => page.getByRole('button', { name, exact: true });
  const tools = ['Run again', 'Runs…', 'Compare with…', 'Name this check…', 'Copy', 'Save…', 'Evidence…'];
  const oneLine = async () => new Set(await Promise.all(tools.map((name) => top(tool(name)))));
  expect((await oneLine()).size).toBe(1);
  expect(await top(rows.first())).toBeLessThan(300);
  expect(await beyondRows(rows)).toEqual([]);
  // Neither the choices nor the field move when a heap with several answers is shown.
  const field = page.getByRole('textbox', { name: 'Filter by text' });
  const before = await Promise.all([show('All').boundingBox(), show('Repeated').boundingBox(), field.boundingBox()]);
  await show('To be looked at').click();
  await expect(page.getByRole('button', { name: 'Any answer' })).toBeVisible();
  expect(await Promise.all([show('All').boundingBox(), show('Repeated').boundingBox(), field.boundingBox()])).toEqual(
    before,
  );
  await show('All').click();
  // What a button opens is read where its parts are texts of their own.
  await expect(page.getByRole('button', { name: 'Looked up: who' })).toBeVisible();
  expect(await tool('Looked up: who').evaluate((one) => (one as HTMLElement).innerText)).toBe('Looked up: who');

  await checks(page).ask.click();
  await page.getByRole('radio', { name: /^Everybody/ }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(rows.filter({ hasText: 'Asking…' })).not.toHaveCount(0);
  expect(await beyondRows(rows)).toEqual([]);
  await expect(checks(page).ask).toBeVisible({ timeout: 60_000 });

  await page.setViewportSize({ width: 640, height: 400 });
  expect((await oneLine()).size).toBe(1);
  await expect(tool('Evidence…')).toHaveAttribute('title', 'Evidence…');
  expect(await wholeRows(rows)).toBeGreaterThanOrEqual(3);
  await show('Repeated').focus();
  await expect(show('Repeated')).toBeInViewport({ ratio: 1 });
});

faulty('why the server is not asked just now is said in the line, and moves no row', async ({ connected, server }) => {
  server.answer('u-1', someone('u-1', { ...named('Asha Rao'), reportees: [] }));
  const { page } = await connected('u-1');
  await expect(person(page).panel).toBeVisible();
  await page.setViewportSize({ width: 1000, height: 700 });
  const { list, ask, rows } = checks(page);
  await page.keyboard.press('ControlOrMeta+3');
  await list.fill('u-1\nu-2');
  await list.press('ControlOrMeta+Enter');
  await expect(rows).toHaveCount(2);
  const before = await rows.first().boundingBox();
  server.forget();
  server.accept('another-token');
  await ask.press('Enter');
  await page.getByRole('radio', { name: /^Everybody/ }).check();
  await page.keyboard.press('Enter');
  const why = page.getByText(/^0 of 2 asked · waits: the token was refused/);
  await expect(why).toBeVisible();
  await expect(why).toHaveAttribute('title', /the token was refused.*It may have expired/);
  expect(await rows.first().boundingBox()).toEqual(before);
  for (const name of ['Pause', 'Stop']) {
    const button = page.getByRole('button', { name, exact: true });
    await expect(button).toBeInViewport({ ratio: 1 });
    const top = (await page.getByRole('grid', { name: 'Result' }).boundingBox())?.y ?? 0;
    const box = await button.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(top);
  }
});
