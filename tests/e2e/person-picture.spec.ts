/** Pictures come through the main process, without the token, from the server alone; where there is none, initials stand. */
import { expect, type Page } from '@playwright/test';
import { pictureOf } from '../../demo/portrait.ts';
import { named, someone, test, token } from './fault-people.ts';
import { person, showTab } from './on-screen.ts';

const png = (which: 'portrait' | 'cover') =>
  ({
    does: 'reply',
    status: 200,
    headers: { 'content-type': 'image/png' },
    body: pictureOf(1, which === 'cover' ? 1 : 2, which),
  }) as const;

/** Addresses of the pictures that are drawn, whole. */
const drawn = (page: Page) =>
  page
    .getByRole('main')
    .locator('img')
    .evaluateAll((images) =>
      (images as HTMLImageElement[])
        .filter((image) => image.complete && image.naturalWidth > 0)
        .map((image) => new URL(image.src).pathname),
    );

test('portrait and cover are shown, initials where there is no picture, and none is asked for elsewhere', async ({
  connected,
  server,
  otherServer,
}) => {
  const { origin } = server;
  server.answer('/pictures/ada.png', png('portrait'));
  server.answer('/pictures/cover.png', png('cover'));
  server.answer('/pictures/page.png', { does: 'reply', status: 200, headers: {}, body: '<svg onload="alert(1)"/>' });
  server.answer(
    'ada-1',
    someone('ada-1', {
      ...named('Ada Pictured'),
      profileImageUrl: `${origin}/pictures/ada.png`,
      coverImageUrl: `${origin}/pictures/cover.png`,
      reportees: ['none-2', 'page-3', 'else-4'],
    }),
  );
  server.answer('none-2', someone('none-2', named('Noa None')));
  server.answer('page-3', someone('page-3', { ...named('Pia Page'), profileImageUrl: `${origin}/pictures/page.png` }));
  server.answer(
    'else-4',
    someone('else-4', { ...named('Eli Else'), profileImageUrl: `${otherServer.origin}/eli.png` }),
  );
  const { page } = await connected('ada-1');
  await expect.poll(() => drawn(page)).toHaveLength(2);
  const addresses = await drawn(page);
  for (const address of addresses) expect(address).toMatch(/^\/picture\/[0-9a-f]{64}$/);
  expect(new Set(addresses).size).toBe(2);

  await showTab(page, 'Reports');
  const { reports } = person(page);
  for (const [name, initials] of [
    ['Noa None', 'NN'],
    ['Pia Page', 'PP'],
    ['Eli Else', 'EE'],
  ] as const) {
    await expect(reports.filter({ hasText: name })).toContainText(initials);
  }
  await expect.poll(() => server.requests.some(({ target }) => target === '/pictures/page.png')).toBe(true);
  const asked = server.requests.filter(({ target }) => target.startsWith('/pictures/'));
  expect(asked.map(({ target }) => target).sort()).toEqual([
    '/pictures/ada.png',
    '/pictures/cover.png',
    '/pictures/page.png',
  ]);
  for (const { headers } of asked) {
    expect(headers.authorization).toBeUndefined();
    expect(JSON.stringify(headers)).not.toContain(token);
  }
  expect(otherServer.requests).toEqual([]);
});
