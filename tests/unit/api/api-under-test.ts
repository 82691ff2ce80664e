/** The real client as the tests use it: Node's fetch, a real clock, and waits short enough to wait for. */
import type { Failure } from '../../../contract/failures.ts';
import { UserId } from '../../../contract/ids.ts';
import type { ApiClient } from '../../../electron/api/api-client.ts';
import { type ApiClientNeeds, type ApiLimits, createApiClient } from '../../../electron/api/client.ts';
import { systemClock } from '../../../electron/clock.ts';
import { createPace } from '../../../electron/pace/pace.ts';

export const token = 'canary-Token.7Qx2~marked';

/** Repeats at once. The deadlines are out of reach even for a busy machine, except those that a test means to see broken. */
export const quickLimits: ApiLimits = {
  userBytes: 1024 * 1024,
  configBytes: 8 * 1024 * 1024,
  list: {
    replyBytes: 8 * 1024 * 1024,
    elementBytes: 64 * 1024,
    deadlines: { headersMs: 30_000, idleMs: 30_000, totalMs: 30_000 },
  },
  deadlines: { headersMs: 30_000, idleMs: 30_000, totalMs: 30_000 },
  backoff: { baseMs: 4, mostMs: 8 },
};

/** With the one deadline short by which this failure comes about. */
export function limitsFor(failure: Failure): ApiLimits {
  if (failure.kind !== 'timeout') return quickLimits;
  const { headersMs, idleMs, totalMs } = quickLimits.deadlines;
  const { after } = failure;
  return {
    ...quickLimits,
    deadlines: {
      headersMs: after === 'headers' ? 700 : headersMs,
      idleMs: after === 'idle' ? 300 : idleMs,
      totalMs: after === 'total' ? 900 : totalMs,
    },
  };
}

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
