/**
 * The names of teams and roles, as the server tells them: asked for again now and then, since any answer may fail or be
 * late. A server that has none to give is no failure.
 */

import { seenOfServer } from '../../contract/seen-of-server.ts';
import type { Announce } from '../announce.ts';
import type { ApiClient } from '../api/api-client.ts';
import type { InBackground } from '../background.ts';
import type { Clock } from '../clock.ts';
import type { OpenDirectory } from './open-directory.ts';

/** How long they may keep a first page waiting. */
const firstPageMs = 3_000;
/** Not asked for again so soon after the server said what it has. */
const freshMs = 60_000;

export type LabelNamesNeeds = {
  readonly api: Pick<ApiClient, 'fetchConfig'>;
  readonly directory: Pick<OpenDirectory, 'ask' | 'store'>;
  readonly clock: Clock;
  readonly announce: Announce;
  readonly inBackground: InBackground;
  readonly signal: AbortSignal;
};

export type LabelNames = {
  /** Asks for them, unless the server has just answered. An answer is kept whenever it comes. */
  readonly ask: () => void;
  /** The same, and also where it has: what was refused to another token may be told to this one. */
  readonly askAnew: () => void;
  /** Asks for them, and resolves when they are there, or have kept a first page waiting for long enough. */
  readonly forFirstPage: () => Promise<void>;
};

export function createLabelNames(needs: LabelNamesNeeds): LabelNames {
  const { api, clock, announce, inBackground, signal } = needs;
  const { ask, store } = needs.directory;
  let settledAt = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | null = null;
  let isWantedAnew = false;

  const fetchOnce = async () => {
    const labels = await api.fetchConfig({ signal });
    if (signal.aborted) return;
    const isSettled = labels.ok || (labels.failure.kind !== 'unauthorized' && seenOfServer(labels.failure) === 'there');
    if (isSettled) settledAt = clock.monotonic();
    if (!labels.ok) return;
    await ask('setLabels', [labels.value]);
    if (signal.aborted) return;
    store.labelled();
    announce('labels.changed', null);
  };

  const fetch = (): Promise<void> => {
    const asked = async () => {
      do {
        isWantedAnew = false;
        await fetchOnce();
      } while (isWantedAnew && !signal.aborted);
    };
    underWay ??= asked().finally(() => {
      underWay = null;
    });
    return underWay;
  };

  return {
    ask: () => {
      if (clock.monotonic() - settledAt >= freshMs) inBackground('labels', fetch);
    },
    askAnew: () => {
      if (underWay !== null) isWantedAnew = true;
      inBackground('labels', fetch);
    },
    forFirstPage: () => {
      const enough = clock.sleep(firstPageMs, signal).catch(() => undefined);
      return Promise.race([fetch(), enough]);
    },
  };
}
