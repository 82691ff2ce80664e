/** Whatever a server does, the exact words for it stand where they belong, nothing typed is lost, and no request is wasted. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Failure } from '../../contract/failures.ts';
import { badInputWords } from '../../renderer/words/bad-input-words.ts';
import { connectFailureWords, connectField, connectFieldWords } from '../../renderer/words/connect-words.ts';
import { type FailureWords, failureWords } from '../../renderer/words/failure-words.ts';
import { type FaultServer, startFaultServer } from '../fault-server/fault-server.ts';
import { faults, reply } from '../fault-server/faults.ts';
import { sampleList } from '../fault-server/sample-user.ts';
import { askedFor, connect, named, noSuchUser, someone, test, token } from './fault-people.ts';
import { alert, firstRun, frame, lookUp, person, search, showTab } from './on-screen.ts';
import { faultsAnsweredOnce, faultsOfHaste, faultsTriedAgain, type ServerFault } from './server-faults.ts';

const id = 'asked-1';

/** The one alert on the page that says this, whole: title and detail. */
const alertOf = (page: Page, { title, detail }: FailureWords): Locator =>
  page
    .getByRole('alert')
    .filter({ has: page.getByText(title, { exact: true }) })
    .filter({ hasText: detail });

/** What connecting failed with is said at the field that it is about, which has the focus, or else in the one alert. */
async function isSaid(page: Page, failure: Failure, does: string): Promise<void> {
  const at = connectField(failure);
  if (at === null) {
    await expect(alertOf(page, connectFailureWords(failure)), does).toBeVisible();
    await expect(page.getByRole('alert'), does).toHaveCount(1);
    return;
  }
  const field = firstRun(page)[at];
  await expect(field, does).toHaveAccessibleDescription(new RegExp(escaped(connectFieldWords(failure))));
  await expect(field, does).toHaveAttribute('aria-invalid', 'true');
  await expect(field, does).toBeFocused();
  await expect(page.getByRole('alert'), does).toHaveCount(0);
}

async function holds(page: Page, typed: { server: string; token: string; startFrom: string }): Promise<void> {
  const form = firstRun(page);
  await expect(form.server).toHaveValue(typed.server);
  await expect(form.token).toHaveValue(typed.token);
  await expect(form.startFrom).toHaveValue(typed.startFrom);
}

/** What cannot be used is said at its field, before anything is sent. */
async function typeWrongly(page: Page, server: FaultServer): Promise<void> {
  const form = firstRun(page);
  const fine = { server: server.origin, token, startFrom: id };
  const cases = [
    [{ ...fine, server: '' }, 'server', 'empty'],
    [{ ...fine, server: 'not an address' }, 'server', 'not-a-url'],
    [{ ...fine, server: 'http://example.com' }, 'server', 'not-https'],
    [{ ...fine, server: 'https://ada:secret@example.com' }, 'server', 'has-credentials'],
    [{ ...fine, token: '' }, 'token', 'empty'],
    [{ ...fine, token: 'two words' }, 'token', 'malformed'],
    [{ ...fine, token: 'x'.repeat(8193) }, 'token', 'too-long'],
    [{ ...fine, startFrom: 'nobody here' }, 'startFrom', 'no-id-found'],
    [{ ...fine, startFrom: `${id} ${token}` }, 'startFrom', 'holds-token'],
    [{ ...fine, server: `https://${token}.example` }, 'server', 'holds-token'],
  ] as const;
  for (const [typed, where, reason] of cases) {
    await connect(page, typed);
    const field = form[where];
    await expect(field, `${where} ${reason}`).toHaveAccessibleDescription(
      new RegExp(escaped(badInputWords(where, reason))),
    );
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toBeFocused();
    const host = URL.parse(typed.server)?.host ?? 'this server';
    await expect(form.token).toHaveAccessibleDescription(new RegExp(`Sent to ${escaped(host)} and nowhere else`));
    for (const other of [form.server, form.token, form.startFrom]) {
      if (other !== field) await expect(other).not.toHaveAttribute('aria-invalid', 'true');
    }
    await holds(page, typed);
  }
  expect(server.requests).toEqual([]);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Connects to a server that fails, over and over: the words, the form as it was typed, the requests. */
async function failToConnect(page: Page, server: FaultServer, rows: readonly ServerFault[]): Promise<void> {
  const typed = { server: server.origin, token, startFrom: id };
  for (const { does, fault, failure, requests } of rows) {
    server.forget();
    server.answer(id, fault);
    await connect(page, typed);
    await isSaid(page, failure, does);
    await holds(page, typed);
    expect(askedFor(server), does).toEqual(Array.from({ length: requests }, () => `/v1/ext/user/${id}`));
  }
}

test('what was typed wrongly is said at its field, and a server that answers wrongly told from others by the exact words', async ({
  start,
  server,
  otherServer,
}) => {
  const { page } = await start();
  await test.step('typed wrongly', () => typeWrongly(page, server));
  await failToConnect(page, server, faultsAnsweredOnce(id, otherServer));
  expect(otherServer.requests).toEqual([]);
});

test('a server that keeps failing while connecting is tried three times, one that is busy is left alone', async ({
  start,
  server,
  otherServer,
}) => {
  const { page } = await start();
  const row = (does: string) => faultsOfHaste.filter((one) => one.does === does);
  await failToConnect(page, server, [...faultsTriedAgain, ...row('429 with nothing')]);
  // A server that asks to be left alone is, whatever is tried next.
  await failToConnect(page, otherServer, row('429 with a date'));
  await failToConnect(
    page,
    otherServer,
    row('429 with seconds').map((one) => ({ ...one, requests: 0 })),
  );
  // None of that left anything behind: the next try at another begins from nothing.
  server.forget();
  server.answer(id, someone(id, named('Asha Asked')));
  await connect(page, { server: server.origin, token, startFrom: id });
  await expect(person(page).heading).toHaveText('Asha Asked');
  await expect(frame(page).connection).toContainText('1 person');

  // A token that is pasted into the search is refused there, and asked of nobody.
  server.forget();
  await page.keyboard.press('ControlOrMeta+k');
  const { field, options } = search(page);
  await field.fill(token);
  await expect(alert(page, badInputWords('text', 'holds-token'))).toBeVisible();
  await expect(options).toHaveCount(0);
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  expect(server.requests.filter(({ target }) => target.includes(token))).toEqual([]);
});

test('a server that is not there, or that takes another token, is said to be so', async ({ start, server }) => {
  const { page } = await start();
  const gone = await startFaultServer();
  await gone.close();
  await connect(page, { server: gone.origin, token, startFrom: id });
  await isSaid(page, { kind: 'offline' }, 'not there');
  await expect(firstRun(page).server).toHaveAccessibleDescription(/The server cannot be reached/);
  await connect(page, { server: server.origin, token: 'another-token', startFrom: id });
  await isSaid(page, { kind: 'unauthorized' }, 'with an id');
  await expect(firstRun(page).token).toHaveAccessibleDescription(/The token was refused/);
  await holds(page, { server: server.origin, token: 'another-token', startFrom: id });
  await connect(page, { server: server.origin, token: 'another-token', startFrom: '' });
  await isSaid(page, { kind: 'unauthorized' }, 'without an id');
  await firstRun(page).token.fill(token);
  await firstRun(page).connect.click();
  // It takes the token and gives no list, or one of nobody: somebody is needed to start from.
  server.answer('/v1/ext/users', reply(500));
  await firstRun(page).connect.click();
  await expect(firstRun(page).startFrom).toHaveAccessibleDescription(/This server gave no list of its users/);
  await expect(firstRun(page).startFrom).toHaveAccessibleDescription(
    new RegExp(escaped(badInputWords('startFrom', 'empty'))),
  );
  await expect(firstRun(page).startFrom).toBeFocused();
  server.answer('/v1/ext/users', reply(200, { 'content-type': 'application/json' }, sampleList([])));
  await firstRun(page).connect.click();
  await expect(firstRun(page).startFrom).toHaveAccessibleDescription(/This server’s list of its users is empty/);
  server.answer('/v1/ext/users', reply(200, { 'content-type': 'application/json' }, sampleList(['u-1', 'u-2'])));
  await firstRun(page).connect.click();
  await expect(person(page).heading).toHaveText('People');
});

test('what says no to everything is not connected to, with an id or without, and nothing is called accepted', async ({
  start,
  server,
}) => {
  const { page } = await start();
  const json = { 'content-type': 'application/json' };
  const answers = [
    [404, 'application/json', reply(404, json, '{"message":"no Route matched with those values"}')],
    [404, '', reply(404)],
    [403, 'text/html', reply(403, { 'content-type': 'text/html' }, '<h1>Blocked</h1>')],
  ] as const;
  for (const [status, contentType, fault] of answers) {
    server.answerAll(fault);
    server.answer('/v1/ext/users', fault);
    for (const startFrom of [id, '']) {
      const typed = { server: server.origin, token, startFrom };
      await connect(page, typed);
      await isSaid(page, { kind: 'not-the-api', contentType, status }, `${status} ${contentType}`);
      await expect(firstRun(page).server).toHaveAccessibleDescription(
        /This is not the directory server\..*nothing shows that the token was accepted/,
      );
      await holds(page, typed);
    }
  }
  // The server itself, by a link to one of its people: the form says what of it is used.
  server.forget();
  server.answer(id, someone(id, named('Asha Asked')));
  await firstRun(page).server.fill(`${server.origin}/v1/ext/user/${id}`);
  await expect(firstRun(page).server).toHaveAccessibleDescription(
    new RegExp(`Only ${escaped(new URL(server.origin).host)} is used\\. Left out: /v1/ext/user/${id}$`),
  );
  await firstRun(page).startFrom.fill(id);
  await firstRun(page).connect.click();
  await expect(person(page).heading).toHaveText('Asha Asked');
});

/** Refreshes the person shown and waits for the words, with what is shown instead. */
async function refreshed(page: Page, failure: Failure, does: string): Promise<void> {
  await person(page).refresh.click();
  await expect(person(page).refresh).toHaveAttribute('aria-busy', 'false');
  // What holds for the whole directory is said by the frame, and once.
  const inFrame = { offline: 'Offline since', unauthorized: 'Token refused' }[failure.kind as string];
  if (inFrame !== undefined) {
    await expect(frame(page).state, does).toContainText(inFrame);
    await expect(page.getByText(/^From the local copy, /), does).toBeVisible();
    await expect(page.getByText('What is shown is the local copy from'), does).toHaveCount(0);
  } else {
    const said = alertOf(page, failureWords(failure)).last();
    await expect(said, does).toContainText('What is shown is the local copy from');
  }
  await expect(person(page).heading).toHaveText('Asha Asked');
}

/** Refreshes a person from a server that fails, over and over: the words, the person as they were, the requests. */
async function failToRefresh(
  page: Page,
  server: FaultServer,
  rows: readonly ServerFault[],
  before: () => Promise<void> = async () => undefined,
): Promise<void> {
  for (const { does, fault, failure, requests } of rows) {
    await before();
    server.forget();
    // To the app's own question whether the server is there as well: it would be found well, and all be asked once more.
    server.answerAll(fault);
    if (failure.kind === 'not-found') {
      await person(page).refresh.click();
      await expect(page.getByRole('alert').filter({ hasText: 'The server no longer has this user' })).toBeVisible();
    } else await refreshed(page, failure, does);
    expect(askedFor(server), does).toEqual(Array.from({ length: requests }, () => `/v1/ext/user/${id}`));
  }
}

/** A server that answers wrongly leaves an open person on screen, with the exact words. */
async function answerWrongly(page: Page, server: FaultServer, otherServer: FaultServer): Promise<void> {
  await failToRefresh(page, server, faultsAnsweredOnce(id, otherServer));
  expect(otherServer.requests).toEqual([]);
  // Nothing of all those replies was taken for the person.
  await expect(person(page).panel).toContainText('Kept as it was.');
  await expect(frame(page).connection).toContainText('1 person');
  const panel = await showTab(page, 'Raw');
  await expect(panel.getByRole('region', { name: 'Reply' })).toContainText('"displayName": "Asha Asked"');
  await showTab(page, 'Overview');
}

/** A server that keeps failing is tried three times, one that is busy is left alone. */
async function keepFailing(page: Page, server: FaultServer): Promise<void> {
  // One that has just failed several times is taken to be down, and is not tried again so soon: it is well in between.
  const wellAgain = async () => {
    server.answer(id, someone(id, named('Asha Asked')));
    await person(page).refresh.click();
    await expect(person(page).refresh).toHaveAttribute('aria-busy', 'false');
    await expect(page.getByText('From the server')).toBeVisible();
  };
  await failToRefresh(page, server, [...faultsTriedAgain, ...faultsOfHaste.slice(0, 1)], wellAgain);
  // It asked to be left alone, and is.
  server.forget();
  await person(page).refresh.click();
  await expect(person(page).refresh).toHaveAttribute('aria-busy', 'false');
  await expect(page.getByRole('alert').filter({ hasText: 'The server asks to slow down' })).toContainText(
    /Try again in \d+ minutes/,
  );
  expect(server.requests).toEqual([]);
}

test('a server that fails once is asked again without a word, and a refused token can be replaced', async ({
  connected,
  server,
}) => {
  server.answer(id, someone(id, named('Asha Asked')));
  const { page } = await connected(id);
  server.forget();
  server.answer(id, faults.resetAtStart, someone(id, named('Asha Again')));
  await person(page).refresh.click();
  await expect(person(page).heading).toHaveText('Asha Again');
  await expect(page.getByText('From the server')).toBeVisible();
  expect(askedFor(server)).toHaveLength(2);

  server.answer('new-2', noSuchUser);
  await lookUp(page, 'new-2');
  await expect(alertOf(page, failureWords({ kind: 'not-found', id: null }))).toContainText(
    'There is no local copy of this user.',
  );
  await frame(page).back.click();
  await expect(person(page).heading).toHaveText('Asha Again');

  server.answer(id, { does: 'reply', status: 401 }, someone(id, named('Asha Again')));
  await person(page).refresh.click();
  const refusals = alertOf(page, failureWords({ kind: 'unauthorized' }));
  await expect(refusals.first()).toBeVisible();
  await expect(frame(page).state).toContainText('Token refused');
  await refusals.first().getByRole('button', { name: 'Give the token…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Access token' }).fill(token);
  await dialog.getByRole('button', { name: 'Use this token' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(frame(page).connection).toContainText('Online');
  await person(page).refresh.click();
  await expect(refusals).toHaveCount(0);
});

test('an open person stays on screen, whether a server answers wrongly, keeps failing or is busy', async ({
  connected,
  server,
  otherServer,
}) => {
  server.answer(id, someone(id, { ...named('Asha Asked'), bio: 'Kept as it was.' }));
  const { page } = await connected(id);
  await test.step('it answers wrongly', () => answerWrongly(page, server, otherServer));
  await test.step('it keeps failing, and is busy', () => keepFailing(page, server));
});

test('a server that goes silent is given up in time, and what it was doing is said', async ({
  connected,
  start,
  server,
}) => {
  // As long as the app's own deadlines take: both at once, so that it is once.
  const slow = await startFaultServer();
  slow.answer(id, faults.hangBeforeHeaders);
  server.answer(id, someone(id, named('Asha Asked')));
  const [form, open] = await Promise.all([start(), connected(id)]);
  const typed = { server: slow.origin, token, startFrom: id };
  await connect(form.page, typed);
  server.answer(id, faults.hangInBody);
  await person(open.page).refresh.click();
  const late = { timeout: 25_000 };
  const words = (after: 'headers' | 'idle') => failureWords({ kind: 'timeout', after });
  await expect(alertOf(open.page, words('idle'))).toBeVisible(late);
  // Looking again by itself comes later.
  expect(askedFor(server).length).toBe(2);
  await expect(person(open.page).heading).toHaveText('Asha Asked');
  await expect(alertOf(form.page, words('headers'))).toBeVisible(late);
  await holds(form.page, typed);
  expect(askedFor(slow).length).toBe(1);
  await slow.close();
});

test('connecting to a server that says nothing is cancelled, and nothing typed is lost', async ({ start, server }) => {
  server.answer('slow-1', faults.hangBeforeHeaders, someone('slow-1', named('Silas Slow')));
  const { page } = await start();
  await connect(page, { server: server.origin, token, startFrom: 'slow-1' });
  await server.seen(1);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(firstRun(page).connect).toBeFocused();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(firstRun(page).token).toHaveValue(token);
  await expect(firstRun(page).startFrom).toHaveValue('slow-1');
  await page.keyboard.press('Enter');
  await expect(person(page).heading).toHaveText('Silas Slow');
});
