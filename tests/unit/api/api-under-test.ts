/** The real client as the tests use it: Node's fetch, a real clock, and times short enough to wait for. */
import { UserId } from '../../../contract/ids.ts';
import { type ApiClientNeeds, type ApiLimits, createApiClient } from '../../../electron/api/client.ts';
import { createPace } from '../../../electron/api/pace.ts';
import type { ApiClient } from '../../../electron/api/reply.ts';
import { systemClock } from '../../../electron/clock.ts';

export const token = 'canary-Token.7Qx2~marked';

export const quickLimits: ApiLimits = {
  userBytes: 1024 * 1024,
  configBytes: 8 * 1024 * 1024,
  deadlines: { headersMs: 400, idleMs: 400, totalMs: 1200 },
  backoff: { baseMs: 4, mostMs: 8 },
};

export function apiOf(server: string, needs: Partial<ApiClientNeeds> = {}): ApiClient {
  return createApiClient({
    fetch,
    server,
    token: () => token,
    clock: systemClock,
    random: Math.random,
    pace: createPace({ clock: needs.clock ?? systemClock }),
    limits: quickLimits,
    ...needs,
  });
}

export const idOf = (text: string): UserId => UserId.parse(text);
