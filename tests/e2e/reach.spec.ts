/** Numbers, addresses, time zones and pictures that are not plain: shown as they came, and used only as they are meant. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { type Connected, named, someone, test } from './fault-people.ts';
import { frame, lookUp, person, search, showTab } from './on-screen.ts';

/** A folder for pictures of the people of these tests, to be looked at by a person. */
const pictures = process.env.REACH_PICTURES;

async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  for (const width of [1000, 1600]) {
    await page.setViewportSize({ width, height: 1000 });
    for (const theme of ['dark', 'light'] as const) {
      await page.evaluate((chosen) => window.rolodesk.call('appearance.set', { theme: chosen }), theme);
      await page.screenshot({ path: join(pictures, `${name}-${width}-${theme}.png`) });
    }
  }
}

/** What is handed to the system from now on. */
async function outgoing({ app }: Connected): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell }) => {
    const kept = globalThis as unknown as { opened: string[] };
    kept.opened = [];
    shell.openExternal = async (url: string) => {
      kept.opened.push(url);
    };
  });
  return () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.splice(0));
}

/** The digits of an element in the order in which they stand on screen, from left to right. */
function digitsInSight(text: Locator): Promise<string> {
  return text.evaluate((element) => {
    const found: { readonly digit: string; readonly left: number }[] = [];
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      for (const { 0: digit, index } of (node.textContent ?? '').matchAll(/\p{Nd}/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + digit.length);
        found.push({ digit, left: range.getBoundingClientRect().left });
      }
    }
    return found
      .sort((one, other) => one.left - other.left)
      .map(({ digit }) => digit)
      .join('');
  });
}

const phones = [
  ['Fax: 089 999999, Tel. 089 12345-12/13', 'tel:+498912345'],
  ['Büro 3, 0171 1234567', 'tel:+491711234567'],
  ['+34 915550127 / 934440128', 'tel:+34915550127'],
  ['1-800-FLOWERS', 'tel:+18003569377'],
  ['هاتف: +٩٦٦ ١١ ٤٥٦ ٧٨٩٠', 'tel:+966114567890'],
  ['טל׳ +972 3-123 4567', 'tel:+97231234567'],
  ['4711', null],
  ['by pigeon', null],
] as const;

test('what is dialled is the first whole number of a field; where none can be told, nothing is offered', async ({
  connected,
  server,
}) => {
  server.answer(
    'phones-1',
    someone('phones-1', { ...named('Paula Phones'), phones: phones.map(([text]) => text), timezone: 'Europe/Berlin' }),
  );
  const started = await connected('phones-1');
  const { page } = started;
  const opened = await outgoing(started);
  const { panel } = person(page);
  for (const [text, link] of phones) {
    const dial = panel.getByRole('button', { name: `Dial ${text}`, exact: true });
    if (link === null) await expect(dial).toHaveCount(0);
    else {
      await dial.click();
      await expect.poll(opened).toEqual([link]);
    }
  }
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await expect.poll(opened).toEqual(['tel:+498912345']);
  await expect(panel.getByText('extension 12/13')).toBeVisible();
  await expect(panel.getByText('2 numbers, +49 89 12345 is dialled')).toBeVisible();
  await expect(panel.getByText('2 numbers, +34 915 55 01 27 is dialled')).toBeVisible();
  await expect(panel.getByText('no whole number to dial')).toHaveCount(2);
  await panel.getByRole('button', { name: `Dial ${phones[0][0]}` }).hover();
  await expect(page.getByRole('tooltip')).toHaveText('Call +49 89 12345. 12/13 is not dialled with it.');
  await picture(page, 'phones');
});

test('numbers stand in the order stored, on the page, in the table and in the search', async ({
  connected,
  server,
}) => {
  const inArabic = 'هاتف: +٩٦٦ ١١ ٤٥٦ ٧٨٩٠';
  const besideHebrew = 'טל׳ +972 3-123 4567';
  server.answer('right-1', someone('right-1', { ...named('Rana Right'), phones: [inArabic], reportees: ['right-2'] }));
  server.answer('right-2', someone('right-2', { ...named('Hila Right'), phones: [besideHebrew] }));
  const { page } = await connected('right-1');
  const { panel } = person(page);
  expect(await digitsInSight(panel.locator('bdi', { hasText: inArabic }).first())).toBe('٩٦٦١١٤٥٦٧٨٩٠');

  await page.keyboard.press('ControlOrMeta+k');
  await search(page).field.fill('+972 3 1234567');
  await expect(search(page).options.first()).toContainText(besideHebrew);
  expect(await digitsInSight(search(page).options.first().locator('bdi', { hasText: besideHebrew }).last())).toBe(
    '97231234567',
  );
  await picture(page, 'search');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.evaluate(() => window.rolodesk.call('table.setColumns', { columns: ['name', 'phone'] }));
  await page.reload();
  await frame(page).people.click();
  const cell = (digits: string) => page.getByRole('gridcell').filter({ hasText: digits });
  await expect(cell('٤٥٦')).toBeVisible();
  expect(await digitsInSight(cell('٤٥٦'))).toBe('٩٦٦١١٤٥٦٧٨٩٠');
  expect(await digitsInSight(cell('972'))).toBe('97231234567');
  await picture(page, 'table');
});

test('an address is written to and copied as it is meant, and shown as it came', async ({ connected, server }) => {
  const email = (address: string) => ({ email: address, type: 'WORK', isVerified: true });
  const odd = [
    [' SMTP:ada@example.com\u200b', 'ada@example.com', 'mailto:ada@example.com'],
    ['"Lovelace, Ada" <countess@example.com>', 'countess@example.com', 'mailto:countess@example.com'],
    ['50%off?now&then@example.com', '50%off?now&then@example.com', 'mailto:50%25off%3Fnow%26then@example.com'],
    ['a@example.com; b@example.com', 'a@example.com; b@example.com', null],
    ['ada lovelace@example.com', 'ada lovelace@example.com', null],
  ] as const;
  server.answer(
    'mail-1',
    someone('mail-1', {
      ...named('Ada Odd'),
      emails: odd.map(([address]) => email(address)),
      primaryEmail: email('ada@example.com'),
    }),
  );
  const started = await connected('mail-1');
  const { app, page } = started;
  const opened = await outgoing(started);
  const copied = () => app.evaluate(async ({ clipboard: board }) => String(await board.readText()));
  const { panel } = person(page);
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await expect.poll(opened).toEqual(['mailto:ada@example.com']);
  await panel.getByRole('button', { name: 'Copy the e-mail' }).click();
  await expect.poll(copied).toBe('ada@example.com');
  await picture(page, 'address');

  await showTab(page, 'E-mails');
  const rows = panel.getByRole('row');
  await expect(rows).toHaveCount(1 + odd.length);
  for (const [nth, [, text, link]] of odd.entries()) {
    const row = rows.nth(nth + 1);
    const write = row.getByRole('button', { name: /^Write to / });
    if (link === null) await expect(write).toHaveCount(0);
    else {
      await write.click();
      await expect.poll(opened).toEqual([link]);
    }
    await row.getByRole('button', { name: /^Copy / }).click();
    await expect.poll(copied).toBe(text);
  }
  await expect(rows.nth(1)).toContainText(
    'means ada@example.com; came with a space at the beginning, a zero-width space (U+200B)',
  );
  await expect(rows.nth(4)).toContainText('2 addresses: a@example.com, b@example.com');
  await expect(rows.nth(5)).toContainText('not one whole address');
  await expect(panel.getByText('not in the list')).toHaveCount(0);
  await picture(page, 'emails');
});

test('a time zone goes by the record’s own name, and one of Windows is known', async ({ connected, server }) => {
  const zones = ['Europe/Kyiv', 'Asia/Calcutta', 'India Standard Time', 'IST', 'Mars/Olympus'];
  zones.forEach((timezone, nth) => {
    server.answer(`zone-${nth}`, someone(`zone-${nth}`, { ...named(`Zone ${nth}`), timezone }));
  });
  const { page } = await connected('zone-0');
  for (const [nth, zone] of zones.entries()) {
    if (nth > 0) await lookUp(page, `zone-${nth}`);
    await expect(person(page).heading).toHaveText(`Zone ${nth}`);
    await expect(person(page).panel.getByText(zone, { exact: true })).toBeVisible();
    await expect(page.getByText(/^\d\d:\d\d there/)).toHaveCount(nth < 3 ? 1 : 0);
    if (nth === 2) {
      await page.getByText(/^\d\d:\d\d there/).hover();
      await expect(page.getByRole('tooltip')).toHaveText('India Standard Time: daylight saving is counted in.');
    }
  }
  await expect(person(page).panel.getByText('not a time zone that is known')).toBeVisible();
  await lookUp(page, 'zone-3');
  await expect(person(page).panel.getByText('an abbreviation that several time zones share')).toBeVisible();
});

test('a name without end takes two lines and has a tooltip; what was said of a page goes with it', async ({
  connected,
  server,
}) => {
  const endless = 'Ana Beatriz '.repeat(50).trim();
  const noNames = { displayName: '', firstName: '', middleName: '', lastName: '', username: 'noname' };
  server.answer('name-1', someone('name-1', { ...named(endless), displayName: endless, reportees: ['name-2'] }));
  server.answer('name-2', someone('name-2', { ...noNames, emails: [], primaryEmail: 'Nora <nora@example.com>' }));
  const { page } = await connected('name-1');
  const { heading } = person(page);
  await expect(heading).toHaveText(endless);
  await expect(heading).toHaveAttribute('title', endless);
  const lines = await heading.evaluate((element) => {
    const height = Number.parseFloat(getComputedStyle(element).lineHeight);
    return Math.round(element.getBoundingClientRect().height / height);
  });
  expect(lines).toBe(2);
  await picture(page, 'name');

  await page.getByRole('button', { name: 'Copy the id' }).click();
  const said = page.getByRole('status').filter({ hasText: 'Copied the id' });
  await expect(said).toBeVisible();
  await lookUp(page, 'name-2');
  await expect(heading).toHaveText('nora@example.com');
  await expect(said).toHaveCount(0);
  await picture(page, 'nameless');
});
