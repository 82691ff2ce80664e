/** Pictures come through the main process, without the token, from the server alone; where there is none, initials stand. */
import { createHash } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { pngOf } from '../../demo/png.ts';
import { pictureOf } from '../../demo/portrait.ts';
import { named, someone, test, token } from './fault-people.ts';
import { lookUp, person, showTab } from './on-screen.ts';

const png = (which: 'portrait' | 'cover') =>
  ({
    does: 'reply',
    status: 200,
    headers: { 'content-type': 'image/png' },
    body: pictureOf(1, which === 'cover' ? 1 : 2, which),
  }) as const;

/** Its chunks are whole, but for their sums, and its pixels are not. */
function damagedPng(whole: Uint8Array = pictureOf(1, 3, 'portrait')): Buffer {
  const damaged = Buffer.from(whole);
  damaged.fill(0, damaged.indexOf('IDAT') + 4, damaged.indexOf('IEND') - 8);
  return damaged;
}

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

test('why a picture is not shown is said beside the name and in the record, at once and when the page is opened again', async ({
  connected,
  server,
  otherServer,
}) => {
  const moving = Buffer.from(pictureOf(1, 2, 'portrait'));
  const chunk = Buffer.from('\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0', 'latin1');
  const body = Buffer.concat([moving.subarray(0, 33), chunk, moving.subarray(33)]);
  server.answer('/pictures/moving.png', { ...png('portrait'), body });
  const pictures = {
    profileImageUrl: `${server.origin}/pictures/moving.png`,
    coverImageUrl: `${otherServer.origin}/cover.png`,
  };
  server.answer('mia-1', someone('mia-1', { ...named('Mia Moving'), ...pictures, reportees: ['noa-2'] }));
  server.answer('noa-2', someone('noa-2', { ...named('Noa None'), reportees: [] }));
  const { page } = await connected('mia-1');
  const said = async () => {
    await expect(page.getByRole('img', { name: 'Picture not shown: it is an animation' })).toBeVisible();
    const { panel } = person(page);
    await expect(panel.getByText('Not shown: it is an animation')).toBeVisible();
    await expect(
      panel.getByText('Not shown: pictures are fetched from the directory’s own server alone'),
    ).toBeVisible();
  };
  await said();
  await showTab(page, 'Reports');
  await person(page).reports.getByRole('link', { name: 'Noa None' }).click();
  await expect(person(page).heading).toHaveText('Noa None');
  await expect(page.getByRole('img', { name: /^Picture not shown/ })).toHaveCount(0);
  await page.reload();
  await expect(person(page).heading).toHaveText('Noa None');
  await lookUp(page, 'Mia Moving');
  await said();
  expect(server.requests.filter(({ target }) => target === '/pictures/moving.png')).toHaveLength(1);
});

test('initials stand for a picture whose pixels are damaged, and a large one is shown small', async ({
  connected,
  server,
}) => {
  const picture = (body: Buffer) => ({ ...png('portrait'), body }) as const;
  const address = (name: string) => `${server.origin}/pictures/${name}.png`;
  server.answer('/pictures/damaged.png', picture(damagedPng()));
  const large = pngOf(2048, 2048, new Uint8ClampedArray(2048 * 2048 * 3).fill(90));
  server.answer('/pictures/large.png', picture(large));
  server.answer('/pictures/large-damaged.png', picture(damagedPng(large)));
  const [profileImageUrl, coverImageUrl] = [address('damaged'), address('damaged')];
  const reportees = ['eva-3', 'large-2'];
  const eva = { ...named('Eva Damaged'), profileImageUrl: address('large-damaged'), reportees: [] };
  server.answer('eva-3', someone('eva-3', eva));
  server.answer('dan-1', someone('dan-1', { ...named('Dan Damaged'), profileImageUrl, coverImageUrl, reportees }));
  server.answer(
    'large-2',
    someone('large-2', { ...named('Lea Large'), profileImageUrl: address('large'), reportees: [] }),
  );
  const { page } = await connected('dan-1');
  await showTab(page, 'Reports');
  const lea = person(page).reports.filter({ hasText: 'Lea Large' });
  const pixel = () =>
    lea
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => [...(canvas.getContext('2d')?.getImageData(88, 88, 1, 1).data ?? [])]);
  await expect(lea.locator('canvas')).toHaveCount(1);
  expect(await pixel()).toEqual([90, 90, 90, 255]);
  await expect(lea).not.toContainText('LL');
  // One at a time, in the order of the list: of hers it is known by then.
  const theirs = person(page).reports.filter({ hasText: 'Eva Damaged' });
  await expect(theirs).toContainText('ED');
  await expect(theirs.locator('canvas')).toHaveCount(0);
  const hash = createHash('sha256').update(damagedPng()).digest('hex');
  // It is there, and says its size: an image of it counts as loaded.
  const width = await page.evaluate(async (src) => {
    const image = new Image();
    await new Promise((resolve) => {
      image.onload = resolve;
      image.src = src;
    });
    return image.naturalWidth;
  }, `/picture/${hash}`);
  expect(width).toBe(256);
  await expect(page.getByRole('main').locator('img')).toHaveCount(0);
  await expect(page.getByRole('main').getByText('DD', { exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Picture not shown: it is damaged' })).toBeVisible();
  await showTab(page, 'Overview');
  await expect(person(page).panel.getByText('Not shown: it is damaged')).toHaveCount(2);
});
