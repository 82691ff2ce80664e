/** The app's own fetch over the development host's `net.request`, which is as strict as Electron's. */
import type { ClientRequest, ClientRequestConstructorOptions, Session } from 'electron';
import { createRequests } from '../../../devhost/net-request.ts';
import { createNetFetch } from '../../../electron/shell/net-fetch.ts';

/** With connections of its own, as each session has. */
export function createElectronFetch() {
  const request = createRequests();
  return createNetFetch({
    // The compiler checks the host's objects against Electron's where the app imports them.
    request: (options: ClientRequestConstructorOptions) => request(options) as unknown as ClientRequest,
    session: {} as Session,
  });
}
