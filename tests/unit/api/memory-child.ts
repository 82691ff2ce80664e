/**
 * Asks for one user, or for `list`, in a process of its own and prints what came of it and by how many bytes the process grew at most.
 * Needs `--expose-gc`. Arguments: the server, the id.
 */
import { createApiClient, usualLimits } from '../../../electron/api/client.ts';
import { systemClock } from '../../../electron/clock.ts';
import { createPace } from '../../../electron/pace/pace.ts';
import { idOf } from './api-under-test.ts';

const [, , server = '', id = ''] = process.argv;
const clock = systemClock;
const api = createApiClient({
  fetch,
  server,
  token: () => 'a-token-of-some-length',
  clock,
  random: Math.random,
  pace: createPace({ clock }),
  limits: { ...usualLimits, deadlines: { headersMs: 20_000, idleMs: 20_000, totalMs: 40_000 } },
});

// Loads and compiles what every request needs, so that only the answer is measured.
await api.fetchUser(idOf('warm-up'));
global.gc?.();
const before = process.memoryUsage.rss();
let most = before;
const sampler = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 2);
const outcome = id === 'list' ? await api.fetchUsers({ onBatch: () => undefined }) : await api.fetchUser(idOf(id));
most = Math.max(most, process.memoryUsage.rss());
clearInterval(sampler);
process.stdout.write(JSON.stringify({ outcome, grewBytes: most - before }));
process.exit(0);
