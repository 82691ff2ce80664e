/** What is done with a check: another column looked up, runs, and asking the server, which is paused, stopped and tried again. */
import { faults, reply } from '../fault-server/faults.ts';
import { expect } from './app.ts';
import { cell, checks } from './check-screen.ts';
import { test as faulty, named, someone } from './fault-people.ts';
import { openDialog, person } from './on-screen.ts';

faulty('another column is looked up, and runs are shown and removed', async ({ connected, server }) => {
  server.answer('u-1', someone('u-1', { ...named('Ada Lee'), reportees: ['u-2'] }));
  server.answer('u-2', someone('u-2', { ...named('Bo Lind'), isActive: false }));
  const { page } = await connected('u-1');
  await expect(person(page).panel).toContainText('1 direct');
  const { list, rows } = checks(page);
  await page.keyboard.press('ControlOrMeta+3');
  await list.fill('id,deputy\nu-1,u-2\nu-2,u-1\n');
  await list.press('ControlOrMeta+Enter');
  await expect(cell(rows.first(), 'person')).toContainText('Ada Lee');
  await page.getByRole('button', { name: 'Looked up: id' }).press('Enter');
  await page.getByRole('menuitemradio', { name: /^deputy/ }).press('Enter');
  await expect(cell(rows.first(), 'person')).toContainText('Bo Lind');
  await page.getByRole('button', { name: 'Run again' }).press('Enter');
  await expect(page.getByText(/^Since the run of .*: nothing changed/)).toBeVisible();

  await page.getByRole('button', { name: 'Runs…' }).press('Enter');
  const runs = page.getByRole('dialog', { name: 'Runs of this check' }).getByRole('listitem');
  await expect(runs).toHaveCount(3);
  await runs
    .last()
    .getByRole('button', { name: /^Remove the run of/ })
    .press('Enter');
  await runs.last().getByRole('button', { name: 'Keep' }).press('Enter');
  await expect(runs).toHaveCount(3);
  await runs
    .last()
    .getByRole('button', { name: /^Remove the run of/ })
    .press('Enter');
  await runs.last().getByRole('button', { name: 'Remove', exact: true }).press('Enter');
  await expect(runs).toHaveCount(2);
});

faulty('asking the server is paused, goes on, is stopped, and is tried again', async ({ connected, server }) => {
  server.answer('u-1', someone('u-1', { ...named('Ada Lee'), reportees: [] }));
  const { page } = await connected('u-1');
  const { list, rows, ask } = checks(page);
  const held = [faults.hangBeforeHeaders, faults.hangBeforeHeaders];
  for (const id of ['u-7', 'u-8']) server.answer(id, ...held);
  await page.keyboard.press('ControlOrMeta+3');
  await list.fill('u-7\nu-8');
  await list.press('ControlOrMeta+Enter');
  await expect(cell(rows, 'status')).toHaveText(['Not fetched yet', 'Not fetched yet']);
  await ask.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).press('Enter');
  await expect(page.getByRole('progressbar', { name: 'Asking the server' })).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).press('Enter');
  await expect(page.getByText(/^0 of 2 asked · paused/)).toBeVisible();
  // What was held is answered from here on: with a record, and with an answer that is none.
  server.answer('u-7', someone('u-7', { ...named('Cleo Ray'), reportees: [] }));
  server.answer('u-8', reply(200, { 'content-type': 'application/json' }, '{'));
  await page.getByRole('button', { name: 'Go on' }).press('Enter');
  await expect(cell(rows, 'status')).toHaveText(['Active', 'Could not be fetched'], { timeout: 60_000 });
  server.answer('u-8', someone('u-8', { ...named('Dan Fox'), reportees: [] }));
  await page.getByRole('button', { name: 'Retry 1' }).press('Enter');
  await expect(cell(rows.last(), 'person')).toContainText('Dan Fox');
  await expect(ask).toBeVisible();

  // Stopped before anybody answers: what was known stays.
  for (const id of ['u-7', 'u-8']) server.answer(id, faults.hangBeforeHeaders);
  await ask.press('Enter');
  const dialog = openDialog(page);
  await dialog.getByRole('radio', { name: 'Everybody, however new the answer is' }).check();
  await expect(dialog).toContainText('This takes 2 requests.');
  await dialog.getByRole('button', { name: 'Ask', exact: true }).press('Enter');
  await expect(cell(rows, 'source')).toHaveText([/^Asking…/, /^Asking…/]);
  await page.getByRole('button', { name: 'Stop', exact: true }).press('Enter');
  await expect(page.getByRole('progressbar', { name: 'Asking the server' })).toBeHidden();
  await expect(cell(rows, 'source')).toHaveText([/^Local copy/, /^Local copy/]);
  await expect(cell(rows, 'status')).toHaveText(['Active', 'Active']);
});
