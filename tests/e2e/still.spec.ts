/** Nothing jumps: what is looked at stays where it is, whatever a refresh comes to; and nothing is said twice. */
import { expect } from '@playwright/test';
import { reply } from '../fault-server/faults.ts';
import { connect, named, noSuchUser, notAllowed, someone, test } from './fault-people.ts';
import { giveToken } from './keychain-people.ts';
import { alert, firstRun, frame, lookUp, person, showTab } from './on-screen.ts';

const outcomes = [
  ['a refused token', reply(401), 'The token was refused, by the server or by something before it'],
  ['no permission', notAllowed, 'No permission to read this user'],
  ['a user who is gone', noSuchUser, 'The server no longer has this user'],
  ['an error of the server', reply(501), 'The server answered with an error (501)'],
] as const;

for (const [what, fault, title] of outcomes) {
  test(`a refresh that meets ${what} moves nothing, and says so once`, async ({ connected, server }) => {
    server.answer('u-1', someone('u-1', named('Uma Here')), fault);
    // What is wrong with the token is about every page.
    const isLasting = what === 'a refused token';
    const { page } = await connected('u-1');
    await page.setViewportSize({ width: 1000, height: 700 });
    const places = () =>
      Promise.all([person(page).heading, person(page).tab('Raw'), person(page).panel].map((one) => one.boundingBox()));
    const tops = async () => (await places()).map((box) => box?.y);
    const before = await tops();
    await person(page).refresh.click();
    await expect(alert(page, title)).toHaveCount(1);
    expect(await tops()).toEqual(before);
    await expect(page.getByRole('alert').getByRole('button', { name: 'Give the token…' })).toHaveCount(
      isLasting ? 1 : 0,
    );
    if (isLasting) await expect(page.getByRole('alert')).toHaveCount(1);
    await showTab(page, 'Status history');
    await frame(page).people.click();
    await expect(alert(page, title)).toHaveCount(isLasting ? 1 : 0);
  });
}

test('who cannot be fetched for want of a token is said to be missing; the token is asked for once', async ({
  connected,
  server,
}) => {
  server.answer('new-2', reply(401), someone('new-2', named('Nia New')));
  const { page } = await connected('u-1');
  server.accept('renewed-token');
  await person(page).refresh.click();
  await expect(alert(page, 'The token was refused, by the server or by something before it')).toHaveCount(1);
  await lookUp(page, 'new-2');
  await expect(person(page).heading).toHaveText('This user could not be opened');
  await expect(alert(page, 'There is no local copy of this user')).toContainText('They can be fetched once');
  const give = page.getByRole('alert').getByRole('button', { name: 'Give the token…' });
  await expect(give).toHaveCount(1);
  await give.click();
  await giveToken(page, 'renewed-token');
  await expect(person(page).heading).toHaveText('Nia New');
});

test('what is said at a field of a dialog makes it longer downward, and moves nothing above', async ({
  connected,
  server,
}) => {
  const { page } = await connected('u-1');
  await frame(page).connection.click();
  await page.getByRole('menuitem', { name: 'Give another token…' }).click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('textbox', { name: 'Access token' });
  await expect(field).toBeFocused();
  // As it is laid out, whatever it grows from while the dialog opens.
  const place = () =>
    field.evaluate((element: HTMLElement) => {
      let top = 0;
      for (let one: Element | null = element; one instanceof HTMLElement; one = one.offsetParent) top += one.offsetTop;
      return top;
    });
  const before = await place();
  server.forget();
  server.accept('another-token');
  await page.keyboard.type('a-wrong-token');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('The token was refused');
  expect(await place()).toBe(before);
});

for (const [width, height] of [
  [1000, 700],
  [1600, 1000],
] as const) {
  test(`what is said at a field of the first form moves nothing above or beside it: ${width} px`, async ({
    start,
    server,
  }) => {
    const { page } = await start();
    await page.setViewportSize({ width, height });
    const form = firstRun(page);
    await form.server.fill(server.origin);
    const places = () => Promise.all([form.lookAround, form.server, form.token].map((one) => one.boundingBox()));
    const before = await places();
    await connect(page, { server: server.origin, token: 'a-wrong-token', startFrom: 'u-1' });
    await expect(page.getByRole('main')).toContainText('The token was refused');
    expect(await places()).toEqual(before);
  });
}
