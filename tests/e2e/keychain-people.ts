/** A real keychain for one test, and what a person does with an account on screen. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { type SecretServiceSession, startSecretService } from '../secret-service/secret-service.ts';
import { runChild } from '../unit/keychain/child.ts';
import type { Launched } from './app.ts';
import { test as base, type Connected } from './fault-people.ts';
import { frame } from './on-screen.ts';

export type { Connected };

/** Connected with a token that the keychain took. `env` for a further start with the same keychain. */
export type ConnectedWithKeychain = Connected & {
  readonly keychain: SecretServiceSession;
  readonly env: SecretServiceSession['env'];
  /** The connection's id. */
  readonly connection: string;
};

export const test = base.extend<{
  /** Starts a Secret Service that nobody else uses; see tests/secret-service. */
  startKeychain: (options?: { locked?: boolean }) => Promise<SecretServiceSession>;
  /** Starts the app beside a keychain of its own that is open, and connects it with `u-1` as a person would. */
  connectedWithKeychain: () => Promise<ConnectedWithKeychain>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  startKeychain: async ({}, use) => {
    const sessions: SecretServiceSession[] = [];
    await use(async (options) => {
      const session = await startSecretService(options);
      sessions.push(session);
      return session;
    });
    for (const session of sessions) {
      session.thaw();
      await session.stop();
    }
  },
  connectedWithKeychain: async ({ startKeychain, connected }, use) => {
    await use(async () => {
      const keychain = await startKeychain();
      const { env } = keychain;
      const started = await connected('u-1', { env });
      const [connection = ''] = rememberedIn(started.userData);
      return { ...started, keychain, env, connection };
    });
  },
});

/**
 * Declares tests that need a Secret Service of their own, which only Linux has: the keychains of macOS and Windows
 * belong to the person who is logged in, and cannot be locked, frozen or emptied for a test.
 */
export const describeWithSecretService = (title: string, tests: () => void): void => {
  if (process.platform === 'linux') test.describe(title, tests);
};

/** What the keychain really holds for a connection, as another process reads it. */
export async function heldInKeychain(session: SecretServiceSession, connection: string): Promise<unknown> {
  const { lines } = await runChild({ steps: [{ do: 'read', id: connection }] }, { ...process.env, ...session.env });
  return lines[0];
}

/** The ids of the connections that are remembered in a user data folder, in the order they were added. */
export function rememberedIn(userData: string): string[] {
  const file: { connections: { id: string }[] } = JSON.parse(readFileSync(join(userData, 'connections.json'), 'utf8'));
  return file.connections.map(({ id }) => id);
}

/** Chooses from the menu of the connection that is open. */
export async function chooseInConnectionMenu(page: Page, item: string | RegExp): Promise<void> {
  await frame(page).connection.click();
  await page.getByRole('menuitem', { name: item }).click();
}

export async function disconnect(page: Page, forget: { token: boolean; copy: boolean }): Promise<void> {
  await chooseInConnectionMenu(page, 'Disconnect…');
  const dialog = page.getByRole('dialog', { name: /^Disconnect / });
  await dialog.getByRole('checkbox', { name: 'Forget the access token' }).setChecked(forget.token);
  await dialog.getByRole('checkbox', { name: 'Forget the local copy' }).setChecked(forget.copy);
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByRole('heading', { name: 'Connect your directory' })).toBeVisible();
}

/** Gives the open connection another token, from wherever the dialog has been opened. */
export async function giveToken(page: Page, token: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: /^Token for / });
  await dialog.getByRole('textbox', { name: 'Access token' }).fill(token);
  await dialog.getByRole('button', { name: 'Use this token' }).click();
}

/** The choice on the first screen that opens a remembered connection. */
export const remembered = (page: Page, name: string | RegExp): Locator =>
  page
    .getByRole('region', { name: /one keystroke away/ })
    .getByRole('listitem')
    .getByRole('button', { name });

/** Quits as a person does, and fails unless the process is gone by then. */
export async function quitWithin({ app }: Pick<Launched, 'app'>, ms: number): Promise<void> {
  const process = app.process();
  const gone = once(process, 'exit', { signal: AbortSignal.timeout(ms) });
  // The answer may never come: the process is on its way out.
  app.evaluate(({ app: hosted }) => hosted.quit()).catch(() => undefined);
  await gone;
}
