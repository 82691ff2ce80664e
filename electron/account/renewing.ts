/** Another token for a directory that is open: tried with somebody who is known, and kept where it is taken. */
import type { TokenState } from '../../contract/account.ts';
import { failed, type Outcome } from '../../contract/failures.ts';
import { checkToken } from '../connection/check-server.ts';
import type { Opened, Servers } from '../connection/opened.ts';
import type { Tokens } from './tokens.ts';

export type RenewingNeeds = { readonly servers: Pick<Servers, 'createClient'>; readonly tokens: Tokens };

export async function tryToken(
  { servers, tokens }: RenewingNeeds,
  open: Opened,
  token: string,
): Promise<Outcome<TokenState>> {
  const { connection } = open.view();
  const { store, recorder } = open.directory;
  const known = [...recorder.recent(1).map(({ id }) => id), ...store.witnesses(), ...store.startIds()];
  const client = servers.createClient(connection.server, () => token, store.witnesses);
  const refused = await checkToken(client, [...new Set(known)]);
  return refused === null ? tokens.accept(connection, token) : failed(refused);
}
