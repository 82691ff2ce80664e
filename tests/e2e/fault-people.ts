/** A misbehaving server for one test, people on it as a test wants them, and the way in as a person takes it. */
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type FaultServer, startFaultServer } from '../fault-server/fault-server.ts';
import { type Fault, reply } from '../fault-server/faults.ts';
import { sampleReply } from '../fault-server/sample-user.ts';
import { test as base, type Launch, type Launched } from './app.ts';
import { firstRun, person } from './on-screen.ts';

export const token = 'token-of-the-test';
const json = { 'content-type': 'application/json' };

/** The sample user under another id, with some fields changed; `errors` stand beside the data. */
export function someone(id: string, fields: Record<string, unknown> = {}, errors: readonly unknown[] = []): Fault {
  const { _data } = sampleReply(id);
  const data = { ...(_data as Record<string, unknown>), ...fields };
  return reply(200, json, JSON.stringify({ _data: data, _meta: {}, _errors: errors }));
}

/** A name in every field that a name can come from. */
export function named(displayName: string): Record<string, unknown> {
  const [firstName = '', ...rest] = displayName.split(' ');
  return { displayName, firstName, lastName: rest.join(' '), middleName: '' };
}

/** The API's own refusals: in its form. */
export const notAllowed: Fault = reply(403, json, '{"_data":null,"_meta":{},"_errors":[]}');
export const noSuchUser: Fault = reply(404, json, '{"_data":null,"_meta":{},"_errors":[]}');

/** What is asked for by the app itself: names of teams and roles, the list of all users, and whether the server is there. */
const unasked = new Set(['/v1/ext/config', '/v1/ext/users', '/v1/ext/user/00000000-0000-0000-0000-000000000000']);

/** Paths asked for so far, without those that nobody's doing asked for. */
export const askedFor = (server: FaultServer): string[] =>
  server.requests.map(({ target }) => target).filter((target) => !unasked.has(target));

/** The built app where the keychain cannot be used, whatever the platform. */
export const keychainlessApp = join(import.meta.dirname, 'keychainless-app');
/** Nothing of this computer's own keychain is touched. On macOS and Windows no environment keeps an app from it. */
export const noKeychain: Launch =
  process.platform === 'linux'
    ? { env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent', XDG_RUNTIME_DIR: undefined } }
    : { app: keychainlessApp };

export type Connected = Launched & { readonly page: Page };

export const test = base.extend<{
  server: FaultServer;
  /** Another one, for those who need two. */
  otherServer: FaultServer;
  start: (options?: Launch) => Promise<Connected>;
  /** Starts the app and connects it to `server`, beginning with that id, as a person would. */
  connected: (startFrom: string, options?: Launch) => Promise<Connected>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  server: async ({}, use) => {
    const server = await startFaultServer({ token, isKeptAlive: false });
    await use(server);
    await server.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  otherServer: async ({}, use) => {
    const server = await startFaultServer();
    await use(server);
    await server.close();
  },
  start: async ({ launch }, use) => {
    await use(async (options = {}) => {
      const launched = await launch({ ...noKeychain, ...options, env: { ...noKeychain.env, ...options.env } });
      return { ...launched, page: await launched.window() };
    });
  },
  connected: async ({ server, start }, use) => {
    await use(async (startFrom, options) => {
      const started = await start(options);
      await connect(started.page, { server: server.origin, token, startFrom });
      await expect(person(started.page).status).toBeVisible();
      return started;
    });
  },
});

export type Typed = { readonly server: string; readonly token: string; readonly startFrom: string };

export async function connect(page: Page, typed: Typed): Promise<void> {
  const form = firstRun(page);
  await form.server.fill(typed.server);
  await form.token.fill(typed.token);
  await form.startFrom.fill(typed.startFrom);
  await form.connect.click();
}
