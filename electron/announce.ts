/** What the main process says unasked: parsed like every answer, and only to windows that show the app's own page. */
import { eventChannel } from '../contract/bridge.ts';
import { type EventData, type EventName, events } from '../contract/events.ts';

export type Announce = <N extends EventName>(name: N, data: EventData<N>) => void;

export type Listener = { readonly send: (channel: string, event: unknown) => void };

/** The window that a call came from. What belongs to its page alone is announced to it alone. */
export type Caller = {
  /** The number of its contents. */
  readonly window: number;
  readonly announce: Announce;
};

/** `listeners` gives the windows open now. */
export function createAnnounce(listeners: () => Iterable<Listener>): Announce {
  return (name, data) => {
    const event = { name, data: events[name].parse(data) };
    for (const listener of listeners()) listener.send(eventChannel, event);
  };
}
