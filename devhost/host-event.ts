/** The event objects that Electron passes to listeners. */

export type HostEvent<T extends object = object> = {
  readonly defaultPrevented: boolean;
  readonly preventDefault: () => void;
} & T;

/** An event with its details; a getter among them stays one. */
export function createEvent<T extends object>(details?: T): HostEvent<T> {
  let prevented = false;
  const event = {
    get defaultPrevented() {
      return prevented;
    },
    preventDefault: () => {
      prevented = true;
    },
  };
  return Object.defineProperties(event, Object.getOwnPropertyDescriptors(details ?? {})) as HostEvent<T>;
}
