/** The page over its double, whose questions about the organisation are answered by the organisation's own thread. */
import type { Browser, Page } from '@playwright/test';
import { type CallName, calls } from '../../contract/calls.ts';
import { type Outcome, succeeded } from '../../contract/failures.ts';
import { createOrganisationCalls } from '../../electron/calls/organisation.ts';
import { systemClock } from '../../electron/clock.ts';
import { createOrganisationThread } from '../../electron/connection/organisation-thread.ts';
import type { OrganisationStore } from '../../electron/organisation/organisation-store.ts';
import { startThread } from '../../electron/thread/start-thread.ts';
import type { Scenario } from '../renderer-double/double.ts';
import type { Served } from '../renderer-double/serve.ts';
import { log } from './quiet.ts';

/** The calls of an organisation whose people are stored in a file. */
export function organisationIn(file: string) {
  const thread = createOrganisationThread(
    (kept, firstSnapshot) =>
      startThread<OrganisationStore>({
        start: { part: 'organisation', file, server: 'https://api.example.com', kept, firstSnapshot },
        file: { script: new URL('../../electron/directory-thread.ts', import.meta.url) },
        name: 'organisation',
        log,
      }),
    systemClock,
  );
  const handlers = createOrganisationCalls(() => thread, { save: async () => succeeded({ saved: null }) });
  return { handlers, close: () => thread.close() };
}

type Handlers = ReturnType<typeof organisationIn>['handlers'];

export type Shown = { readonly page: Page; readonly close: () => Promise<void> };

/** `pixels`: of the screen, for one of the page's. */
export async function openOrganisation(
  browser: Browser,
  { served, handlers }: { readonly served: Served; readonly handlers: Handlers },
  { pixels, ...viewport }: { readonly width: number; readonly height: number; readonly pixels: number },
): Promise<Shown> {
  const context = await browser.newContext({ viewport, deviceScaleFactor: pixels });
  const page = await context.newPage();
  await page.exposeFunction('askOrganisation', async (name: CallName, input: unknown) => {
    const handler = handlers[name as keyof Handlers] as (input: unknown) => Promise<Outcome<unknown>>;
    const outcome = await handler(calls[name].input.parse(input));
    return JSON.stringify(outcome, (_, value: unknown) =>
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
    );
  });
  await page.addInitScript({ path: served.doubleFile });
  await page.addInitScript(askThread);
  const scenario: Scenario = { open: true, nobody: true };
  await page.goto(`${served.origin}/index.html?scenario=${encodeURIComponent(JSON.stringify(scenario))}`);
  await page.locator('main').waitFor();
  return { page, close: () => context.close() };
}

/** Runs in the page, before its own script. */
function askThread(): void {
  type Ask = (name: string, input: unknown) => Promise<unknown>;
  type FromBase64 = { readonly fromBase64: (text: string) => Uint8Array };
  const { rolodesk, askOrganisation } = window as unknown as {
    rolodesk: { call: Ask };
    askOrganisation: (name: string, input: unknown) => Promise<string>;
  };
  const own = rolodesk.call;
  const bytesIn = (_: string, value: unknown) => {
    const { base64 } = (value ?? {}) as { base64?: unknown };
    return typeof base64 === 'string' ? (Uint8Array as unknown as FromBase64).fromBase64(base64) : value;
  };
  rolodesk.call = async (name, input) =>
    name.startsWith('organisation.') ? JSON.parse(await askOrganisation(name, input), bytesIn) : own(name, input);
}

/** The page's heap, with no garbage in it, in MB. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6;
}
