/** Makes one request of the same question asked twice at once. Each asker may leave alone; when all have left, it is aborted. */
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Turn } from '../pace/pace.ts';
import type { FetchOptions } from './api-client.ts';

export type Flights<T> = {
  /** Joins what is under way for `key`, else starts it. Gives `cancelled` as soon as the asker's own signal aborts. */
  readonly join: (
    key: string,
    options: FetchOptions,
    start: (turn: Turn) => Promise<Outcome<T>>,
  ) => Promise<Outcome<T>>;
};

type Asker<T> = { readonly resolve: (outcome: Outcome<T>) => void; readonly reject: (error: unknown) => void };

type Flight<T> = { readonly turn: Turn; readonly askers: Set<Asker<T>>; readonly abort: () => void };

export type FlightsNeeds<T> = {
  /** Called when somebody who waits joins what was asked in the background. */
  readonly hurry: (turn: Turn) => void;
  /** One asker gets what came, every other one a copy: who is given something may do with it what they like. */
  readonly copy: (value: T) => T;
};

export function createFlights<T>({ hurry, copy }: FlightsNeeds<T>): Flights<T> {
  const flights = new Map<string, Flight<T>>();

  /** Only if it is still this one: an abandoned flight may land after another has started. */
  const forget = (key: string, flight: Flight<T>) => {
    if (flights.get(key) === flight) flights.delete(key);
  };

  /** All copies are made before any asker can act on theirs. */
  const land = (flight: Flight<T>, outcome: Outcome<T>) => {
    let isFirst = true;
    for (const asker of flight.askers) {
      asker.resolve(isFirst || !outcome.ok ? outcome : succeeded(copy(outcome.value)));
      isFirst = false;
    }
  };

  const take = (key: string, options: FetchOptions, start: (turn: Turn) => Promise<Outcome<T>>): Flight<T> => {
    const under = flights.get(key);
    if (under !== undefined) {
      if (options.priority !== 'later' && under.turn.priority === 'later') hurry(under.turn);
      if (!options.once) under.turn.once = false;
      return under;
    }
    const controller = new AbortController();
    const { priority = 'now', once = false, sent } = options;
    const turn: Turn = { priority, signal: controller.signal, once, sent };
    const flight: Flight<T> = { turn, askers: new Set(), abort: () => controller.abort() };
    flights.set(key, flight);
    start(turn).then(
      (outcome) => {
        forget(key, flight);
        land(flight, outcome);
      },
      (error: unknown) => {
        forget(key, flight);
        for (const asker of flight.askers) asker.reject(error);
      },
    );
    return flight;
  };

  return {
    join: (key, options, start) =>
      new Promise((resolve, reject) => {
        const { signal } = options;
        if (signal?.aborted) {
          resolve(failed({ kind: 'cancelled' }));
          return;
        }
        const flight = take(key, options, start);
        if (signal === undefined) {
          flight.askers.add({ resolve, reject });
          return;
        }
        const asker: Asker<T> = {
          resolve: (outcome) => {
            signal.removeEventListener('abort', leave);
            resolve(outcome);
          },
          reject: (error) => {
            signal.removeEventListener('abort', leave);
            reject(error);
          },
        };
        function leave() {
          flight.askers.delete(asker);
          resolve(failed({ kind: 'cancelled' }));
          if (flight.askers.size > 0) return;
          forget(key, flight);
          flight.abort();
        }
        flight.askers.add(asker);
        signal.addEventListener('abort', leave, { once: true });
      }),
  };
}
