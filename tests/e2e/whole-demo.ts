/**
 * The demo directory for tests that only look: one app for each of Playwright's workers, filled once. Each test begins as
 * after a click on “Look around”, at the top person, with everybody there and in a page that was loaded for it.
 *
 * What the main process keeps goes on from one test to the next. A test of something that is kept (columns, theme, places,
 * the window), of the filling itself, of a restart or of the server begins with `start` instead.
 */
import type { Page } from '@playwright/test';
import { usualView } from '../../contract/people-view.ts';
import { expect, type Launched, withFolders, withLauncher } from './app.ts';
import { openDemo } from './demo-screens.ts';
import { test as base, type Connected, noKeychain } from './fault-people.ts';
import { frame, person } from './on-screen.ts';

type Demo = {
  readonly launched: Launched;
  readonly top: Shown;
  readonly name: string;
  readonly size: Size;
  /** Who is active where the organisation is opened first. */
  readonly active: string;
};
type Size = { readonly width: number; readonly height: number };
/** What the page has told of itself: the connection, the view and how far down. */
type Shown = { readonly page: { readonly view: string } };

export const test = base.extend<{ demo: Connected }, { wholeDemo: Demo }>({
  wholeDemo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      await withFolders('whole-demo-', (newFolder) =>
        withLauncher(newFolder, async (launch) => {
          const launched = await launch(noKeychain);
          const page = await launched.window();
          await openDemo(page);
          await expect(person(page).heading).toBeFocused();
          await expect.poll(async () => (await resumed(page))?.page.view).toBe('person');
          const top = (await resumed(page)) as Shown;
          const name = (await person(page).heading.textContent()) ?? '';
          const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
          const { active } = (await answerOf(page, 'organisation.look', { id: null, isOpening: true })) as {
            active: string;
          };
          await use({ launched, top, name, size, active });
        }),
      );
    },
    { scope: 'worker' },
  ],
  demo: async ({ wholeDemo: { launched, top, name, size, active } }, use) => {
    const page = await launched.window();
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: null, reducedMotion: null, forcedColors: null });
    await selectNobody(page);
    await restoreSystem(launched);
    await answerOf(page, 'organisation.look', { id: active, isOpening: false });
    await closeBranches(page, active);
    await expect(async () => {
      // The page of the test before may still tell where it was.
      await call(page, 'page.shown', top);
      await page.reload();
      await expect(person(page).heading).toHaveText(name, { timeout: 2_000 });
    }).toPass();
    await expect(frame(page).people).toContainText('1,200', { timeout: 30_000 });
    await expect(person(page).heading).toBeFocused();
    await use({ ...launched, page });
  },
});

/** As it is before anybody has opened or closed a branch. */
async function closeBranches(page: Page, active: string): Promise<void> {
  const open = (id: string | null, what: string) => answerOf(page, 'organisation.open', { id, what });
  await open(null, 'close');
  await open(active, 'close-below');
  const { rows } = (await answerOf(page, 'organisation.rows', { offset: 0, limit: 200, follow: [] })) as {
    rows: { isOpen: boolean | null; member?: { id: string; level: number } }[];
  };
  for (const { isOpen, member } of rows) if (isOpen && member?.level === 1) await open(member.id, 'close-below');
  await open(active, 'open');
}

/** A test may put its own in the place of the clipboard, or of what opens links. */
const restoreSystem = ({ app }: Launched) =>
  app.evaluate(({ clipboard, shell }) => {
    const kept = globalThis as { system?: readonly [Partial<typeof clipboard>, Partial<typeof shell>] };
    const { readText, writeText } = clipboard;
    kept.system ??= [{ readText, writeText }, { openExternal: shell.openExternal }];
    Object.assign(clipboard, kept.system[0]);
    Object.assign(shell, kept.system[1]);
  });

/** The selection outlasts a page that is loaded again. */
async function selectNobody(page: Page): Promise<void> {
  await expect(async () => {
    const listed = await call(page, 'people.list', { view: usualView, offset: 0, limit: 1, follow: [] });
    const { snapshot } = (listed as { value: { snapshot: number } }).value;
    // The beginning of the list, which comes first, cannot be selected in.
    const answer = await call(page, 'people.select', { snapshot, anew: true, changes: [], range: null });
    expect(answer).toEqual({ ok: true, value: { selected: 0 } });
  }).toPass();
}

const resumed = async (page: Page) => (await answerOf(page, 'page.resume', null)) as Shown | null;

/** What a call that has to succeed answers with. */
async function answerOf(page: Page, name: string, input: unknown): Promise<unknown> {
  const answer = (await call(page, name, input)) as { ok: boolean; value: unknown };
  expect(answer.ok, name).toBe(true);
  return answer.value;
}

const call = (page: Page, name: string, input: unknown) =>
  page.evaluate(
    ([called, given]) =>
      (window as unknown as { rolodesk: { call: (...asked: unknown[]) => Promise<unknown> } }).rolodesk.call(
        called,
        given,
      ),
    [name, input] as const,
  );
