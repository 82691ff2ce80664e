import { afterEach, expect, it } from 'vitest';
import { calls } from '../../../contract/calls.ts';
import { startDemoServer } from '../../../demo/server.ts';
import { unwrap, type Wired, wire } from './wired.ts';

let app: Wired;
afterEach(() => app.end());

it('opens everyone of the demo directory, walking down from the top, and leaves nothing out that the contract asks for', async () => {
  app = await wire({ startDemo: (token) => startDemoServer({ token }) });
  const { start } = unwrap(await app.account.connectDemo());
  const seen = new Set<string>([start]);
  const missing = new Set<string>();
  const queue = [start];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const opened = await app.open(next);
    if (!opened.ok) {
      expect(opened.failure.kind).toBe('not-found');
      missing.add(next);
      continue;
    }
    const page = calls['people.open'].output.parse(opened.value);
    expect(page.user.name).not.toBe('');
    expect(page.lines.length > 0).toBe(next !== start);
    for (const report of page.reports.flatMap((entry) => (entry.state === 'not-an-id' ? [] : [entry.id]))) {
      if (seen.has(report)) continue;
      seen.add(report);
      queue.push(report);
    }
  }
  // Nobody lists a few of the 1,200, and a few who are listed do not exist.
  expect(seen.size - missing.size).toBeGreaterThan(1150);
  expect(seen.size - missing.size).toBeLessThanOrEqual(1200);
  expect(missing.size).toBeGreaterThan(0);
  const store = app.account.current()?.store;
  expect(store?.peopleCount()).toBe(seen.size - missing.size);
  expect(unwrap(await app.open(start)).summary).toMatchObject({
    total: seen.size - 1,
    notFetched: 0,
    notFound: missing.size,
  });
});
