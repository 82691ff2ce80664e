/** Makes one request of the same question asked twice at once. Each asker may leave alone; when all have left, it is aborted. */
import { failed, type Outcome } from '../../contract/failures.ts';
import type { Turn } from './pace.ts';
import type { FetchOptions } from './reply.ts';

export type Flights<T> = {
  /** Joins what is under way for `key`, else starts it. Gives `cancelled` as soon as the asker's own signal aborts. */
  readonly join: (
    key: string,
    options: FetchOptions,
    start: (turn: Turn) => Promise<Outcome<T>>,
  ) => Promise<Outcome<T>>;
};

type Flight<T> = {
  readonly turn: Turn;
  readonly landing: Promise<Outcome<T>>;
  askers: number;
  readonly abort: () => void;
};

/** `hurry` is called when somebody who waits joins what was asked in the background. */
export function createFlights<T>(hurry: (turn: Turn) => void): Flights<T> {
  const flights = new Map<string, Flight<T>>();

  const take = (key: string, options: FetchOptions, start: (turn: Turn) => Promise<Outcome<T>>): Flight<T> => {
    const under = flights.get(key);
    if (under !== undefined) {
      if (options.priority !== 'later' && under.turn.priority === 'later') hurry(under.turn);
      return under;
    }
    const controller = new AbortController();
    const turn: Turn = { priority: options.priority ?? 'now', signal: controller.signal };
    const flight: Flight<T> = {
      turn,
      landing: start(turn).finally(() => forget(key, flight)),
      askers: 0,
      abort: () => controller.abort(),
    };
    flights.set(key, flight);
    return flight;
  };

  /** Only if it is still this one: an abandoned flight may land after another has started. */
  const forget = (key: string, flight: Flight<T>) => {
    if (flights.get(key) === flight) flights.delete(key);
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
        flight.askers += 1;
        const leave = () => {
          resolve(failed({ kind: 'cancelled' }));
          flight.askers -= 1;
          if (flight.askers > 0) return;
          forget(key, flight);
          flight.abort();
        };
        signal?.addEventListener('abort', leave, { once: true });
        flight.landing.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
      }),
  };
}
