/** Walking through the organisation: the chain grows on the way down, and every step can be taken back. */
import { expect, type Page } from '@playwright/test';
import { named, someone, test } from './fault-people.ts';
import { frame, lookUp, person, showTab } from './on-screen.ts';

const chainNames = (page: Page) => person(page).inChain;

async function openReport(page: Page, name: string): Promise<void> {
  await person(page)
    .panel.getByRole('link', { name: new RegExp(`^(?:.+ )?${name}\\b`) })
    .click();
  await expect(person(page).heading).toHaveText(name);
}

test('the reporting chain grows on the way down, and each step of it leads back up', async ({ connected, server }) => {
  server.answer('top-1', someone('top-1', { ...named('Tove Top'), reportees: ['mid-1'] }));
  server.answer('mid-1', someone('mid-1', { ...named('Mia Middle'), reportees: ['low-1'] }));
  server.answer('low-1', someone('low-1', { ...named('Lou Low'), reportees: ['end-1'] }));
  server.answer('end-1', someone('end-1', named('Eva End')));
  const { page } = await connected('top-1');
  await expect(chainNames(page)).toHaveCount(0);
  await openReport(page, 'Mia Middle');
  await expect(chainNames(page)).toHaveText([/Tove Top$/]);
  await openReport(page, 'Lou Low');
  await expect(chainNames(page)).toHaveText([/Tove Top$/, /Mia Middle$/]);
  await openReport(page, 'Eva End');
  await expect(chainNames(page)).toHaveText([/Tove Top$/, /Mia Middle$/, /Lou Low$/]);
  await chainNames(page).filter({ hasText: 'Mia Middle' }).click();
  await expect(person(page).heading).toHaveText('Mia Middle');
  await expect(chainNames(page)).toHaveText([/Tove Top$/]);
});

test('two managers give two lines, and a cycle is said to be one, on the pages of its members alone', async ({
  connected,
  server,
}) => {
  server.answer('one-1', someone('one-1', { ...named('Olga One'), reportees: ['shared-1'] }));
  server.answer('two-2', someone('two-2', { ...named('Theo Two'), reportees: ['shared-1', 'round-1'] }));
  server.answer('shared-1', someone('shared-1', named('Sara Shared')));
  server.answer('round-1', someone('round-1', { ...named('Rita Round'), reportees: ['round-2'] }));
  server.answer('round-2', someone('round-2', { ...named('Raul Round'), reportees: ['round-1', 'round-2', 'low-1'] }));
  server.answer('low-1', someone('low-1', named('Lola Low')));
  const { page } = await connected('one-1');
  await lookUp(page, 'two-2');
  await expect(person(page).heading).toHaveText('Theo Two');
  await openReport(page, 'Sara Shared');
  const { chain } = person(page);
  await expect(person(page).inChain).toHaveCount(2);
  for (const manager of ['Olga One', 'Theo Two'])
    await expect(chain.getByRole('link', { name: manager })).toBeVisible();
  await expect(chain).toContainText('Second manager:');
  await expect(chain).toContainText(/claim is from/);

  await lookUp(page, 'round-2');
  await expect(person(page).heading).toHaveText('Raul Round');
  await lookUp(page, 'round-1');
  await expect(person(page).heading).toHaveText('Rita Round');
  await expect(chain).toContainText('This line goes round in a circle');
  await expect(chain).toContainText(
    'These people report to each other in a circle: Rita Round → Raul Round → Rita Round',
  );
  await expect(person(page).inChain).toHaveText([/Theo Two$/, /Raul Round$/]);
  await lookUp(page, 'round-2');
  await expect(person(page).heading).toHaveText('Raul Round');
  await expect(chain).toContainText('listed by Rita Round, seen');
  await expect(chain).toContainText('in a circle: Raul Round → Rita Round → Raul Round');
  await expect(person(page).inChain).toHaveText([/Theo Two$/, /Rita Round$/]);
  await openReport(page, 'Lola Low');
  await expect(person(page).inChain).toHaveText([/Theo Two$/, /Rita Round$/, /Raul Round$/]);
  await expect(chain).toContainText('listed by Raul Round, seen');
  await expect(chain).not.toContainText('circle');
  await chain.getByRole('link', { name: 'Raul Round' }).click();
  await expect(person(page).heading).toHaveText('Raul Round');
  const panel = await showTab(page, 'Status history');
  await expect(panel).toContainText('The user is listed among their own direct reports.');
});

test('a line that leads into a circle ends there; who stands in it has their manager, and is told', async ({
  connected,
  server,
}) => {
  server.answer('head-1', someone('head-1', { ...named('Hana Head'), reportees: ['lead-1', 'aside-1'] }));
  server.answer('lead-1', someone('lead-1', { ...named('Luis Lead'), reportees: ['leaf-1'] }));
  server.answer('leaf-1', someone('leaf-1', { ...named('Lea Leaf'), reportees: ['head-1'] }));
  server.answer('aside-1', someone('aside-1', named('Ada Aside')));
  const { page } = await connected('head-1');
  for (const id of ['lead-1', 'leaf-1', 'head-1']) await lookUp(page, id);
  const { chain, heading } = person(page);
  await expect(heading).toHaveText('Hana Head');
  const circle = 'These people report to each other in a circle: Hana Head → Luis Lead → Lea Leaf → Hana Head';
  await expect(chain).toContainText(circle);
  await expect(chain).toContainText('listed by Lea Leaf, seen');
  await expect(person(page).inChain).toHaveText([/Lea Leaf$/, /Luis Lead$/]);
  await openReport(page, 'Ada Aside');
  await expect(person(page).inChain).toHaveText([/Hana Head$/]);
  await expect(chain).toContainText('There is no top above Hana Head: the line goes on and comes back to Hana Head.');
  await expect(chain).not.toContainText('circle');
});

const team = Array.from({ length: 60 }, (_, index) => `member-${index}`);

async function scrollTo(page: Page, top: number): Promise<void> {
  await page.getByRole('main').evaluate((main, to) => {
    main.scrollTop = to;
  }, top);
}
const scrolled = (page: Page) => page.getByRole('main').evaluate((main) => main.scrollTop);

test('back and forward return to the page, its tab and its place: buttons, keys and mouse', async ({
  connected,
  server,
}) => {
  server.answer('boss-1', someone('boss-1', { ...named('Bea Boss'), reportees: team }));
  for (const id of team) server.answer(id, someone(id, named(`Member ${id.split('-')[1]}`)));
  const { page } = await connected('boss-1');
  await showTab(page, 'Reports');
  await expect(person(page).reports.first()).toHaveAttribute('aria-setsize', '60');
  const last = person(page).reports.getByRole('link', { name: /Member 59/ });
  await expect(async () => {
    await scrollTo(page, 100_000);
    await expect(last).toBeInViewport({ timeout: 1000 });
  }).toPass();
  const place = await scrolled(page);
  expect(place).toBeGreaterThan(500);
  await last.click();
  await expect(person(page).heading).toHaveText('Member 59');
  expect(await scrolled(page)).toBe(0);
  await showTab(page, 'Raw');

  const isBoss = async () => {
    await expect(person(page).heading).toHaveText('Bea Boss');
    await expect(person(page).tab('Reports')).toHaveAttribute('aria-selected', 'true');
    await expect.poll(() => scrolled(page)).toBe(place);
    await expect(last).toBeInViewport();
  };
  const isMember = async () => {
    await expect(person(page).heading).toHaveText('Member 59');
    await expect(person(page).tab('Raw')).toHaveAttribute('aria-selected', 'true');
  };
  await frame(page).back.click();
  await isBoss();
  await frame(page).forward.click();
  await isMember();
  await expect(frame(page).forward).toBeDisabled();

  await page.keyboard.press('Alt+ArrowLeft');
  await isBoss();
  await page.keyboard.press('Alt+ArrowRight');
  await isMember();

  const input = await page.context().newCDPSession(page);
  const press = async (button: 'back' | 'forward') => {
    for (const type of ['mousePressed', 'mouseReleased'] as const) {
      await input.send('Input.dispatchMouseEvent', { type, button, x: 640, y: 400, clickCount: 1 });
    }
  };
  await press('back');
  await isBoss();
  await press('forward');
  await isMember();

  await frame(page).back.click();
  await frame(page).back.click();
  await expect(person(page).heading).toHaveText('People');
  await expect(frame(page).back).toBeDisabled();
});

test('who was opened last is one click away, newest first', async ({ connected, server }) => {
  for (const [id, name] of [
    ['a-1', 'Ann One'],
    ['b-2', 'Bob Two'],
    ['c-3', 'Cem Three'],
  ] as const) {
    server.answer(id, someone(id, named(name)));
  }
  const { page } = await connected('a-1');
  for (const [id, name] of [
    ['b-2', 'Bob Two'],
    ['c-3', 'Cem Three'],
  ] as const) {
    await lookUp(page, id);
    await expect(person(page).heading).toHaveText(name);
  }
  const { recent } = frame(page);
  await expect(recent.getByRole('link')).toHaveText([/Bob Two$/, /Ann One$/]);
  await recent.getByRole('link', { name: /Ann One/ }).click();
  await expect(person(page).heading).toHaveText('Ann One');
  await expect(recent.getByRole('link')).toHaveText([/Cem Three$/, /Bob Two$/]);
  await frame(page).people.click();
  // The table does not say it again.
  await expect(page.getByRole('main').getByText('Opened last')).toHaveCount(0);
});
