/** What has to be seen to be used stands out 3 to 1 from what is around it: focus rings, which nothing cuts off, fields, and what is chosen. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './app.ts';
import { named, someone, test } from './fault-people.ts';
import { firstRun, frame, person } from './on-screen.ts';
import { organisation } from './organisation-screen.ts';
import { cutRing, faint, seenOf } from './seen-colours.ts';

test.beforeEach(({ server }) => {
  const phones = ['+91 98450 12345'];
  server.answer('u-1', someone('u-1', { ...named('Asha Rao'), phones, isDeleted: true, reportees: ['u-2', 'u-3'] }));
  server.answer('u-2', someone('u-2', { ...named('Bea Ito'), reportees: [] }));
  server.answer('u-3', someone('u-3', { ...named('Cem Ak'), reportees: [] }));
});

/** Radio buttons are drawn by the browser. */
const fields = 'input:not([type=radio], [type=file], [type=hidden]), textarea, [data-check] > span';

/** Goes once round with Tab. Gives what of the rings is cut off or too faint. */
async function badRings(page: Page): Promise<string[]> {
  const bad = new Set<string>();
  const focused = page.locator(':focus');
  await page.getByRole('button', { name: 'Skip to the content' }).focus();
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused.textContent({ timeout: 1_000 }).catch(() => null)) === 'Skip to the content') return [...bad];
    const cut = await cutRing(page);
    if (cut !== null) bad.add(cut);
    for (const words of faint(await seenOf(await ringed(page), 'ring'))) bad.add(words);
  }
  throw new Error('Tab never came round');
}

/** What has the ring: in a tree, the row that the keys act on. */
async function ringed(page: Page): Promise<Locator> {
  const row = await page.evaluate(() => {
    const { activeElement: focused } = document;
    return focused?.role === 'tree' ? focused.getAttribute('aria-activedescendant') : null;
  });
  return page.locator(row === null ? ':focus' : `[id="${row}"]`);
}

/** What is chosen, under the mouse. Gives what of the words is too faint then. */
async function faintUnderMouse(page: Page): Promise<string[]> {
  // What stands for the drawn people is under the drawing.
  const chosen = page
    .locator('[aria-pressed=true], [aria-selected=true]:not([role=treeitem]), [aria-current]')
    .filter({ visible: true });
  const bad: string[] = [];
  await expect(chosen.first()).toBeVisible();
  for (const one of await chosen.all()) {
    await one.hover();
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) animation.finish();
    });
    bad.push(...faint(await seenOf(one, 'text')));
  }
  return bad;
}

/** Of the controls on screen, were they not to be used just now, what would have a border or words in another colour than the system's for that. */
function drawnAsUsable(page: Page): Promise<string[]> {
  return page
    .locator('button, input, [role=menuitem]')
    .filter({ visible: true })
    .evaluateAll((all) => {
      const probe = document.createElement('span');
      probe.style.color = 'GrayText';
      document.body.append(probe);
      const grey = getComputedStyle(probe).color;
      probe.remove();
      // What is chosen has a ground of its own.
      const some = all.filter((one) => !one.matches('[aria-pressed=true], [aria-selected=true], [aria-current]'));
      return some.flatMap((one) => {
        const before = one.getAttribute('aria-disabled');
        one.setAttribute('aria-disabled', 'true');
        const { color, borderTopColor, borderTopStyle, borderTopWidth } = getComputedStyle(one);
        const hasBorder = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) > 0;
        const name = one.getAttribute('aria-label') ?? (one.textContent || one.tagName);
        const bad = [
          ...(color === grey ? [] : [`words of ${name}: ${color}`]),
          ...(!hasBorder || borderTopColor === grey ? [] : [`border of ${name}: ${borderTopColor}`]),
        ];
        if (before === null) one.removeAttribute('aria-disabled');
        else one.setAttribute('aria-disabled', before);
        return bad;
      });
    });
}

async function openPeople(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+1');
  await expect(page.getByRole('grid', { name: 'People' }).locator('[data-column=name]').getByRole('link')).toHaveCount(
    3,
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`rings and fields stand out: ${colorScheme}`, async ({ connected }) => {
    const { page } = await connected('u-1');
    await page.emulateMedia({ colorScheme });
    await expect(person(page).panel).toContainText('2 direct · 2 in all');
    expect.soft(await badRings(page)).toEqual([]);
    expect.soft(await faintUnderMouse(page)).toEqual([]);
    // Each tab has the focus for once: Tab itself comes to the chosen one alone.
    await person(page).tab('Overview').focus();
    for (const name of ['E-mails', 'Reports', 'Status history', 'Raw'] as const) {
      await page.keyboard.press('ArrowRight');
      await expect(person(page).tab(name)).toBeFocused();
      expect.soft(await cutRing(page)).toBe(null);
      expect.soft(faint(await seenOf(page.locator(':focus'), 'ring'))).toEqual([]);
    }
    await page.keyboard.press('ControlOrMeta+2');
    await expect(organisation(page).active).toHaveAttribute('aria-expanded', 'true');
    expect.soft(await badRings(page)).toEqual([]);
    expect.soft(faint(await seenOf(page.locator(fields), 'border'))).toEqual([]);
    expect.soft(await faintUnderMouse(page)).toEqual([]);
    await openPeople(page);
    expect.soft(await badRings(page)).toEqual([]);
    expect(await page.locator(fields).count()).toBeGreaterThan(4);
    expect.soft(faint(await seenOf(page.locator(fields), 'border'))).toEqual([]);
    await page.getByRole('main').getByRole('button', { name: /^Role/ }).click();
    await expect(page.getByRole('combobox', { name: 'Find a role' })).toBeFocused();
    expect.soft(faint(await seenOf(page.locator(fields), 'border'))).toEqual([]);
    await page.keyboard.press('Escape');
    for (const item of ['Add people from a list…', 'Rename…', 'Give another token…', 'Disconnect…']) {
      await frame(page).connection.click();
      await page.getByRole('menuitem', { name: item }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      await page.keyboard.press('Shift+Tab');
      expect.soft(faint(await seenOf(dialog.locator(fields), 'border')), item).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    await frame(page).connection.click();
    await page.getByRole('menuitem', { name: 'Add another…' }).click();
    await expect(firstRun(page).lookAround).toBeVisible();
    expect.soft(faint(await seenOf(page.locator(fields), 'border'))).toEqual([]);
  });

  test(`what cannot be used is drawn as the system draws that in forced colours: ${colorScheme}`, async ({
    connected,
  }) => {
    const { page } = await connected('u-1');
    await page.emulateMedia({ colorScheme, forcedColors: 'active', reducedMotion: 'reduce' });
    await page.keyboard.press('ControlOrMeta+2');
    const { tree, active } = organisation(page);
    await expect(active).toHaveAttribute('aria-expanded', 'true');
    await tree.focus();
    await page.keyboard.press('Alt+r');
    await expect(page.getByRole('button', { name: 'Swap the two' })).toBeDisabled();
    expect.soft(await drawnAsUsable(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Save…', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect.soft(await drawnAsUsable(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await frame(page).connection.click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    expect.soft(await drawnAsUsable(page)).toEqual([]);
  });

  test(`what is on and what is chosen is seen in forced colours: ${colorScheme}`, async ({ connected }) => {
    const { page } = await connected('u-1');
    await page.emulateMedia({ colorScheme, forcedColors: 'active' });
    const dot = frame(page).connection.locator('[data-state="online"]');
    expect.soft(faint(await seenOf(dot, 'ground'))).toEqual([]);
    const chosen = person(page).tab('Overview');
    await expect(chosen).toHaveAttribute('aria-selected', 'true');
    expect.soft(faint(await seenOf(chosen, 'ground'))).toEqual([]);
    expect.soft(faint(await seenOf(chosen, 'text'))).toEqual([]);
    await chosen.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await expect(chosen).toBeFocused();
    expect.soft(faint(await seenOf(chosen, 'ring'))).toEqual([]);

    await frame(page).connection.click();
    // By mouse: no ring is asked for, and grounds are not drawn here.
    for (const item of [page.getByRole('menuitem').first(), page.getByRole('menuitem', { name: 'Rename…' })]) {
      await item.hover();
      expect.soft(faint(await seenOf(item, 'ring'))).toEqual([]);
    }
    await page.getByRole('menuitem', { name: 'Disconnect…' }).click();
    const box = page.getByRole('checkbox', { name: 'Forget the access token' });
    await expect(box).toBeChecked();
    expect.soft(faint(await seenOf(box, 'ground'))).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1600, height: 900 });
    await openPeople(page);
    const status = page.getByRole('main').getByRole('button', { name: /^All/ });
    await expect(status).toHaveAttribute('aria-pressed', 'true');
    expect.soft(faint(await seenOf(status, 'ground'))).toEqual([]);
    expect.soft(await faintUnderMouse(page)).toEqual([]);
    await page.keyboard.press('ControlOrMeta+2');
    await expect(organisation(page).active).toHaveAttribute('aria-expanded', 'true');
    expect.soft(await faintUnderMouse(page)).toEqual([]);
  });
}
