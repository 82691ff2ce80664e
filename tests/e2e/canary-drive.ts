/** Goes through every screen as a person would, and shows each to whoever looks. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { FaultServer } from '../fault-server/fault-server.ts';
import { type Fault, redirect, reply } from '../fault-server/faults.ts';
import { named, someone } from './fault-people.ts';
import { chooseInConnectionMenu } from './keychain-people.ts';
import { alert, firstRun, frame, lookUp, person, showTab } from './on-screen.ts';

export type Look = (name: string) => Promise<void>;

/**
 * Puts a token in as a paste does. Playwright's `fill` would pass it through scripts of its own in the page's heap, and
 * what they leave there is not the app's.
 */
export async function pasteToken(page: Page, field: Locator, token: string): Promise<void> {
  await field.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(token);
}

export async function fillFirstRun(page: Page, typed: { server: string; token: string; startFrom: string }) {
  const form = firstRun(page);
  await form.server.fill(typed.server);
  await form.startFrom.fill(typed.startFrom);
  await pasteToken(page, form.token, typed.token);
  await form.connect.click();
}

/** Somebody with something in each place, and direct reports of whom one cannot be fetched. */
export const asha: Fault = someone('u-1', {
  ...named('Asha Rao'),
  bio: 'Runs the place.',
  gender: 'female',
  dob: 631_152_000_000,
  phones: [
    {
      id: 'ph-1',
      phone: '+442079460000',
      normalizedPhone: '+442079460000',
      type: 'work',
      isVerified: true,
      user: 'u-1',
    },
  ],
  profileImageUrl: 'https://pictures.example/asha.png',
  reportees: ['u-2', 'u-3', 'u-404'],
});

export function populate(server: FaultServer): void {
  server.answer('u-1', asha);
  server.answer('u-2', someone('u-2', named('Bo Lind')));
  server.answer('u-404', reply(403));
}

/** A person's page with all that is on it: tabs, copies, links, the reply saved, another try for a report. */
export async function drivePerson(page: Page, look: Look): Promise<void> {
  const shown = person(page);
  await expect(shown.status).toBeVisible();
  await look('overview');
  await page.getByRole('button', { name: 'Copy the e-mail', exact: true }).first().click();
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await page.getByRole('button', { name: 'Open in the browser' }).first().click();
  await page.getByRole('button', { name: /^Show / }).click();
  await look('overview, with what is private');
  await showTab(page, 'E-mails');
  await look('e-mails');
  await showTab(page, 'Reports');
  await expect(shown.reports.filter({ hasText: 'Bo Lind' })).toBeVisible();
  await page.getByRole('button', { name: 'Try again', exact: true }).click();
  await look('reports');
  await showTab(page, 'Status history');
  await look('status');
  await showTab(page, 'Raw');
  await page.getByRole('button', { name: 'Copy as it came' }).click();
  await page.getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByText('Saved the reply')).toBeVisible();
  await look('raw');
}

/** The frame around it: search, people, back and forward, appearance, dialogs. */
export async function driveFrame(page: Page, look: Look): Promise<void> {
  await lookUp(page, 'Bo');
  await expect(person(page).heading).toHaveText('Bo Lind');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search people' }).fill('u-9');
  await expect(page.getByRole('option').first()).toBeVisible();
  await look('search');
  await page.keyboard.press('Escape');
  await frame(page).people.click();
  await expect(page.getByRole('grid', { name: 'People' }).getByRole('link').first()).toBeVisible();
  await look('people');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Organisation' }).click();
  await expect(page.getByRole('treeitem', { name: /Bo Lind/ }).first()).toBeVisible();
  await look('organisation');
  await frame(page).back.click();
  await frame(page).back.click();
  await frame(page).forward.click();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await look('dark');
  await page.getByRole('button', { name: 'Settings and help' }).click();
  await page.getByRole('menuitem', { name: 'About Rolodesk…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('about');
  await closeDialog(page);
  await chooseInConnectionMenu(page, 'Rename…');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Head office');
  await look('rename');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await chooseInConnectionMenu(page, 'Disconnect…');
  await look('disconnect');
  await closeDialog(page);
}

async function closeDialog(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  // Escape is heard by what has the focus.
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

/** What a server can say with the token in it. */
export function echoes(token: string): Record<string, Fault> {
  const json = { 'content-type': 'application/json' };
  const errors = JSON.stringify({ _data: null, _meta: {}, _errors: [{ message: `Bearer ${token} is not known` }] });
  return {
    'The token was refused, by the server or by something before it': reply(401, json, errors),
    'No permission to read this user': reply(403, json, errors),
    'The server answered with an error (500)': reply(500, json, errors),
    'This is not the directory server': reply(200, { 'content-type': `text/${token}` }, `<h1>${token}</h1>`),
    'The server wanted to send Rolodesk elsewhere': redirect(302, `https://${token.replaceAll(/\W/g, '')}.example/`),
    'The reply could not be read': someone('u-1', {}, [{ message: `you sent ${token}` }]),
  };
}

/** The token in all the ways in which it may stand in a JSON string. */
function writtenForms(token: string): readonly string[] {
  const each = (text: string, which: RegExp, written: (code: number) => string) =>
    text.replace(which, (character) => written(character.charCodeAt(0)));
  const hex = (code: number) => code.toString(16).padStart(2, '0');
  const signs = /[^a-z0-9]/gi;
  return [
    token,
    token.replaceAll('/', '\\/'),
    token.replaceAll('+', '\\u002B').replaceAll('=', '\\u003d'),
    each(token, /./g, (code) => `\\u00${hex(code)}`),
    token.replaceAll('/', '\\\\/').replaceAll('+', '\\\\u002b'),
    encodeURIComponent(token),
    each(token, signs, (code) => `%25${hex(code)}`),
    each(token, signs, (code) => `&#${code};`),
    each(token, signs, (code) => `&#x${hex(code).toUpperCase()};`),
    Buffer.from(`Bearer ${token}`).toString('base64'),
    Buffer.from(`it is ${token}`).toString('base64url'),
  ];
}

/** Has the server repeat the token in each form: in a record, in errors beside it and alone, and in the names of roles. */
export async function driveEchoes(page: Page, server: FaultServer, token: string): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const call = (name: string, input: unknown) =>
    page.evaluate(
      ([called, given]) =>
        (window as unknown as { rolodesk: { call: (...asked: unknown[]) => Promise<unknown> } }).rolodesk.call(
          called,
          given,
        ),
      [name, input] as const,
    );
  const overview = (await call('account.overview', null)) as { value: { open: { connection: { id: string } } } };
  const connection = overview.value.open.connection.id;
  const asked = (path: string) => server.requests.filter(({ target }) => target === path).length;
  for (const written of writtenForms(token)) {
    const data = `{"id":"u-1","isActive":true,"isDeleted":false,"displayName":"Asha Rao","bio":"BIO"}`;
    const record = `{"_data":${data.replace('BIO', () => written)},"_meta":{},"_errors":[]}`;
    const beside = `{"_data":${data},"_meta":{},"_errors":[{"message":"you sent ${written}"}]}`;
    const alone = `{"_data":null,"_meta":{},"_errors":[{"message":"${written}"}]}`;
    for (const body of [record, beside, alone]) {
      server.answer('u-1', reply(200, json, body));
      expect(await call('people.open', { id: 'u-1', want: 'fresh' })).toMatchObject({
        value: { trouble: { kind: 'bad-reply' }, source: 'local' },
      });
    }
    server.answer(
      '/v1/ext/config',
      reply(200, json, `{"_data":{"roles":{"role-1":"${written}"},"teams":{"t":"Team"}}}`),
    );
    const before = asked('/v1/ext/config');
    expect(await call('account.switch', { connection })).toMatchObject({ ok: true });
    // The page that opens waits only so long for it.
    await expect.poll(() => asked('/v1/ext/config')).toBeGreaterThan(before);
  }
  // Another token is given next: only the one that was sent is looked for in a reply.
  server.answer('/v1/ext/config');
}

/** Asks for the person on screen again, for each of these answers. */
export async function driveFailures(page: Page, server: FaultServer, token: string, look: Look): Promise<void> {
  for (const [title, fault] of Object.entries(echoes(token))) {
    server.answer('u-1', fault);
    await person(page).refresh.click();
    await expect(alert(page, title).first()).toBeVisible();
    await look(title);
  }
}
