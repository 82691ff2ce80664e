/** A person's page says all that the reply says, says what it could not read, and never makes up what is not set. */
import { expect, type Page } from '@playwright/test';
import { askedFor, someone } from './fault-people.ts';
import { alert, lookUp, type PersonTabName, person, showTab } from './on-screen.ts';
import { test } from './whole-demo.ts';

const email = (field: string, more: Record<string, unknown>) => ({
  id: `mail-${field}`,
  createdAt: Date.UTC(2019, 1, 3, 4, 5, 6),
  updatedAt: Date.UTC(2020, 2, 4, 5, 6, 7),
  email: `${field}@Example.com`,
  normalizedEmail: `${field}@example.com`,
  type: `KIND_${field}`,
  isVerified: true,
  user: 'full-1',
  ...more,
});

/** Every field of the reference, none of them empty, and no two alike. */
const everything = {
  phones: ['+49 30 1234567'],
  emails: [email('first', {}), email('second', { isVerified: false, user: 'other-2' })],
  id: 'full-1',
  createdAt: Date.UTC(2021, 8, 16, 18, 34, 58),
  updatedAt: Date.UTC(2023, 10, 14, 22, 13, 20),
  username: 'user.name',
  firstName: 'Firsta',
  lastName: 'Lasta',
  middleName: 'Middla',
  displayName: 'Displaya Shown',
  gender: 'GENDERED',
  dob: Date.UTC(1988, 4, 3),
  bio: 'A biography of two\nlines.',
  profileImageUrl: 'https://pictures.example.com/profile.png',
  coverImageUrl: 'https://pictures.example.com/cover.png',
  timezone: '+0530',
  data: { ofData: 'value-of-data' },
  onboardingData: { ofOnboarding: 'value-of-onboarding' },
  isActive: true,
  isDeleted: true,
  deletedAt: Date.UTC(2024, 0, 15, 12, 0, 0),
  availabilityStatus: 'ON_A_BREAK',
  team: '0d5c2a7e-5b1f-4a43-8a77-0a0b7e1c9f10',
  role: '6f1b9c55-21c4-4d0c-8c2e-5d3a9b7e4f21',
  primaryEmail: email('first', {}),
  primaryPhone: '+49 171 7654321',
  profile: { ofProfile: 'value-of-profile' },
  reportees: ['report-1', 'report-2'],
};

/** All that a tab has to say: its text with everything unfolded, tooltips, and the moments behind relative words. */
async function said(page: Page, tab: PersonTabName): Promise<string> {
  await showTab(page, tab);
  return page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
    const attributes = [...document.querySelectorAll('[title], time')].flatMap((element) => [
      element.getAttribute('title') ?? '',
      element.getAttribute('datetime') ?? '',
    ]);
    return [document.body.innerText, ...attributes].join('\n');
  });
}

/** What the page's copy buttons give, by the words on the button. */
async function copied(page: Page, button: string, read: () => Promise<string>): Promise<string> {
  const before = await read();
  await person(page).panel.getByRole('button', { name: button, exact: true }).first().click();
  await expect.poll(read).not.toBe(before);
  return read();
}

test('every field of the reference has its place on screen', async ({ connected, server }) => {
  server.answer('full-1', someone('full-1', everything));
  const { app, page } = await connected('full-1');
  await expect(person(page).heading).toHaveText('Displaya Shown');
  const clipboard = () => app.evaluate(async ({ clipboard: board }) => String(await board.readText()));

  await showTab(page, 'Overview');
  for (const hidden of ['GENDERED', '3 May 1988']) expect(await said(page, 'Overview')).not.toContain(hidden);
  await person(page).panel.getByRole('button', { name: 'Show birth date and gender' }).click();
  const overview = await said(page, 'Overview');
  const iso = (at: number) => new Date(at).toISOString();
  const { createdAt, updatedAt, deletedAt } = everything;
  for (const value of [
    ...[...everything.phones, everything.primaryPhone, everything.id, everything.username, everything.bio],
    ...[everything.firstName, everything.middleName, everything.lastName, everything.displayName],
    ...[everything.gender, '3 May 1988', '+05:30', iso(createdAt), iso(updatedAt)],
    ...['value-of-data', 'value-of-onboarding', 'value-of-profile', 'On a break', 'ON_A_BREAK'],
    ...[everything.team, everything.role],
  ]) {
    expect(overview).toContain(value);
  }
  for (const [button, value] of [
    ['Copy the picture’s address', everything.profileImageUrl],
    ['Copy the cover’s address', everything.coverImageUrl],
    ['Copy the role’s id', everything.role],
    ['Copy the team’s id', everything.team],
    ['Copy the time zone', everything.timezone],
  ] as const) {
    expect(await copied(page, button, clipboard)).toBe(value);
  }

  const emails = await said(page, 'E-mails');
  for (const one of everything.emails) {
    for (const value of [one.id, one.email, one.normalizedEmail, iso(one.createdAt), iso(one.updatedAt)]) {
      expect(emails).toContain(value);
    }
    expect(emails).toContain(one.type);
    const row = person(page).panel.getByRole('row').filter({ hasText: one.email });
    await expect(row).toContainText(one.isVerified ? 'Yes' : 'No');
    await expect(row).toContainText(`belongs to ${one.user === 'full-1' ? 'this user' : one.user}`);
  }
  await expect(person(page).panel.getByRole('row').nth(1)).toContainText('primary');

  const status = await said(page, 'Status history');
  expect(status).toContain(iso(deletedAt));
  const question = (name: string) => person(page).panel.getByRole('region', { name });
  await expect(question('Active?')).toContainText('Yes');
  await expect(question('Deleted?')).toContainText('Yes');
  await expect(question('Deleted?')).toContainText('15 Jan 2024');
  await expect(question('Available?')).toContainText('Reported as ON_A_BREAK');

  await showTab(page, 'Reports');
  await expect(person(page).reports).toHaveCount(2);
  await expect(person(page).reports.getByRole('link').first()).toHaveAttribute('href', /report-1$/);
});

test('the button beside a role or a team that has a name copies the words that are read', async ({
  demo: { app, page },
}) => {
  const clipboard = () => app.evaluate(async ({ clipboard: board }) => String(await board.readText()));
  for (const what of ['Role', 'Team']) {
    const value = person(page)
      .panel.locator('dt', { hasText: new RegExp(`^${what}$`) })
      .locator('+ dd');
    const read = (await value.innerText()).trim();
    expect(read).toMatch(/^\p{L}[\p{L} ]+$/u);
    expect(await copied(page, `Copy the ${what.toLowerCase()}`, clipboard)).toBe(read);
  }
});

test('a field that cannot be read is named, and the rest is there', async ({ connected, server }) => {
  const odd = { ...everything, createdAt: { at: 1 }, bio: 7.5, isActive: 'perhaps' };
  const errors = [{ code: 'PARTIAL', message: 'The profile could not be read in full.' }];
  server.answer('full-1', someone('full-1', odd, errors));
  const { page } = await connected('full-1');
  const banner = alert(page, 'could not be read:');
  await expect(banner).toContainText('3 fields could not be read: ');
  for (const field of ['createdAt', 'bio', 'isActive']) await expect(banner.first()).toContainText(field);
  await banner.getByText('What was expected, and what came').click();
  await expect(banner).toContainText('perhaps');
  await expect(alert(page, 'The server sent errors beside the data')).toContainText(
    'The profile could not be read in full.',
  );
  await expect(person(page).heading).toHaveText('Displaya Shown');
  await expect(person(page).panel).toContainText(everything.username);
});

test('the status is one word: deleted overrides inactive overrides active, and unknown is its own', async ({
  connected,
  server,
}) => {
  const flags = [
    [{ isActive: true, isDeleted: false }, 'Active'],
    [{ isActive: false, isDeleted: false }, 'Inactive'],
    [{ isActive: true, isDeleted: true, deletedAt: 0 }, 'Deleted, no date'],
    [{ isActive: false, isDeleted: true, deletedAt: Date.UTC(2024, 0, 15) }, /^Deleted 15 Jan 2024 · \d+ years ago$/],
    [{ isActive: null, isDeleted: false }, 'Unknown'],
    [{ isActive: 'maybe', isDeleted: null }, 'Unknown'],
  ] as const;
  flags.forEach(([fields], index) => {
    server.answer(`flag-${index}`, someone(`flag-${index}`, { ...fields, displayName: `Flag ${index}` }));
  });
  const { page } = await connected('flag-0');
  for (const [index, [, word]] of flags.entries()) {
    if (index > 0) await lookUp(page, `flag-${index}`);
    await expect(person(page).heading).toHaveText(`Flag ${index}`);
    await expect(person(page).status).toHaveText(word);
  }
  const panel = await showTab(page, 'Status history');
  await expect(panel.getByRole('region', { name: 'Active?' })).toContainText('Not said');
  await expect(panel.getByRole('region', { name: 'Deleted?' })).toContainText('Not said');
});

test('what is not set is neither a zero, nor 1970, nor a blank line', async ({ connected, server }) => {
  const unset = {
    ...{ username: '', firstName: '', lastName: '', middleName: '', displayName: 'Only A Name', gender: '', dob: 0 },
    ...{ bio: '', profileImageUrl: '', coverImageUrl: '', timezone: '', createdAt: 0, updatedAt: 0, deletedAt: 0 },
    ...{ emails: [], primaryEmail: null, availabilityStatus: '', team: '', role: '' },
  };
  server.answer('bare-1', someone('bare-1', unset));
  const { page } = await connected('bare-1');
  await expect(person(page).heading).toHaveText('Only A Name');
  for (const tab of ['Overview', 'E-mails', 'Reports', 'Status history'] as const) {
    const words = await said(page, tab);
    expect(words).not.toMatch(/1970|\bnull\b|undefined|NaN|Invalid/);
  }
  await showTab(page, 'Overview');
  const { panel } = person(page);
  await expect(panel.getByRole('term')).toHaveText(['Contact', 'Display name', 'Id']);
  for (const value of await panel.getByRole('definition').allInnerTexts()) expect(value.trim()).not.toBe('');
  await expect(panel.getByRole('button', { name: /^Show birth date|gender/ })).toHaveCount(0);
  await showTab(page, 'E-mails');
  await expect(panel).toContainText('This person has no e-mail.');
});

test('Refresh asks the server once more and shows what it says now', async ({ connected, server }) => {
  server.answer('u-1', someone('u-1', { bio: 'As it was.' }), someone('u-1', { bio: 'As it is.', isActive: false }));
  const { page } = await connected('u-1');
  await expect(person(page).panel).toContainText('As it was.');
  await expect(page.getByText('From the local copy')).toBeVisible();
  await person(page).refresh.click();
  await expect(person(page).panel).toContainText('As it is.');
  await expect(person(page).status).toHaveText('Inactive');
  await expect(page.getByText('From the server')).toBeVisible();
  expect(askedFor(server)).toEqual(['/v1/ext/user/u-1', '/v1/ext/user/u-1']);
  const panel = await showTab(page, 'Status history');
  await expect(panel.getByRole('region', { name: /History/ }).getByRole('row')).toHaveCount(3);
});

test('a person’s doubtful e-mails and contradictions are named', async ({ connected, server }) => {
  const fields = {
    ...{ isActive: true, isDeleted: true, deletedAt: null, availabilityStatus: 'AVAILABLE' },
    emails: [email('listed', { user: 'other-2' })],
    primaryEmail: email('unlisted', { isVerified: false }),
  };
  server.answer('full-1', someone('full-1', fields));
  const { page } = await connected('full-1');
  await showTab(page, 'E-mails');
  await expect(alert(page, 'The primary e-mail is not in the list of e-mails.')).toBeVisible();
  await expect(alert(page, 'The primary e-mail is not verified.')).toBeVisible();
  await expect(alert(page, 'belongs to another user')).toBeVisible();
  await expect(person(page).panel.getByRole('row').filter({ hasText: 'unlisted@Example.com' })).toContainText(
    'not in the list',
  );
  const panel = await showTab(page, 'Status history');
  for (const words of [
    'Deleted, and still marked as active.',
    'Deleted, and still marked as available: work may keep being assigned.',
    'Deleted, but the server gives no date.',
  ]) {
    await expect(panel.getByRole('region', { name: 'What contradicts itself' })).toContainText(words);
  }
});
