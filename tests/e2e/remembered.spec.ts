/** What is remembered of a person: what newer replies leave out, ids of many digits, and times by the server's clock. */
import { expect } from '@playwright/test';
import { type Fault, reply } from '../fault-server/faults.ts';
import { sampleReply } from '../fault-server/sample-user.ts';
import { someone, test } from './fault-people.ts';
import { person, showTab } from './on-screen.ts';

const json = { 'content-type': 'application/json' };
const long = '12345678901234567890';

/** The sample user as JSON text, without some fields; what is added stands there as it is written. */
function text(id: string, leftOut: readonly string[], added = ''): string {
  const { _data } = sampleReply(id);
  const fields = Object.entries(_data as object).filter(([field]) => !leftOut.includes(field));
  return `{"_data":{${added}${JSON.stringify(Object.fromEntries(fields)).slice(1)},"_meta":{},"_errors":[]}`;
}

test('what the newest reply leaves out is shown as it was last said; what it says in digits keeps them', async ({
  server,
  connected,
}) => {
  server.answer('boss-1', someone('boss-1', { reportees: ['ann-1'], bio: 'Leads the ward' }));
  const { page } = await connected('boss-1');
  await showTab(page, 'Reports');
  await expect(person(page).panel).toContainText('Asha Rao');

  server.answer(
    'boss-1',
    reply(200, json, text('boss-1', ['reportees', 'bio', 'team'], `"team":${long},"staff":${long},`)),
  );
  await person(page).refresh.click();
  await expect(page.getByText('2 fields are shown from an older reply')).toBeVisible();
  await expect(person(page).panel).toContainText('The newest reply does not say who reports to this person.');
  await expect(person(page).panel).toContainText('Asha Rao');
  await showTab(page, 'Overview');
  await expect(person(page).panel).toContainText('Leads the ward');
  await page.getByText('staff', { exact: true }).click();
  await expect(person(page).panel).toContainText(long);
  await showTab(page, 'Raw');
  await expect(person(page).panel).not.toContainText('reportees');

  server.answer(
    'boss-1',
    reply(200, json, text('boss-1', ['bio', 'reportees'], '"reportees":[],"bio":null,"staff":null,')),
  );
  await person(page).refresh.click();
  await expect(page.getByText('shown from an older reply')).toBeHidden();
  await showTab(page, 'Overview');
  await expect(person(page).panel).not.toContainText('Leads the ward');
});

test('a clock that is off is said, and ages are told by the server’s', async ({ server, connected }) => {
  const aDayLater: Fault = reply(
    200,
    { ...json, date: new Date(Date.now() + 24 * 3_600_000).toUTCString() },
    text('boss-1', []),
  );
  server.answer('boss-1', aDayLater);
  const { page } = await connected('boss-1');
  const note = page.getByRole('alert').filter({ hasText: 'This computer’s clock is 24 h behind' });
  await expect(note).toBeVisible();
  await expect(
    page.getByText('From the local copy, just now').or(page.getByText('From the server, just now')),
  ).toBeVisible();
  await note.getByRole('button', { name: 'Understood' }).click();
  await expect(note).toBeHidden();
});
