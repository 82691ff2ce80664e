/** What a sync says of itself while it runs slowly, hears nothing, or is paused. */
import { afterEach, expect, it } from 'vitest';
import { createFakeClock } from '../fake-clock.ts';
import { treeOf } from './organisation-server.ts';
import { answeringAs, openPlaced } from './placed.ts';
import { openThroughClient } from './through-client.ts';

const people = treeOf(400, 4);

let app: { readonly close: () => Promise<void> };
afterEach(() => app.close());

it('a sync that is paused in the middle says so, and what it did', async () => {
  let isPaused = false;
  const answer = answeringAs(people);
  const placed = openPlaced({
    answer: (id) => {
      if (placed.asked.length === 150 && !isPaused) {
        isPaused = true;
        placed.sync.pause();
      }
      return answer(id);
    },
    clock: createFakeClock(),
  });
  app = placed;
  await placed.start(['p0']);
  await placed.clock.pass(60_000);
  expect(isPaused).toBe(true);
  expect(placed.sync.state()).toMatchObject({ status: 'paused', task: 'walking' });
  expect(placed.announced.map(({ task }) => task)).not.toContain('refreshing');
});

it('the rate that is told falls while the server is silent', async () => {
  let isSilent = false;
  const through = openThroughClient({
    people,
    delayMs: 90,
    instead: () => {
      isSilent ||= through.sent.length > 150;
      return isSilent ? 'silence' : null;
    },
  });
  app = through;
  await through.start(['p0']);
  await through.clock.pass(4000);
  const { ratePerSecond, status } = through.announced.at(-1) ?? {};
  expect(status).toBe('running');
  expect(ratePerSecond).toBeGreaterThan(20);
  await through.clock.pass(10_000);
  expect(through.announced.at(-1)?.status).toBe('running');
  expect(through.announced.at(-1)?.ratePerSecond).toBeLessThan(14);
});
