/** Leaving a connection: what of it is forgotten, and what has to be left. */
import type { ParsedInput } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { ConnectingNeeds } from './connecting.ts';
import { demoId } from './demo-id.ts';

export type DisconnectingNeeds = Pick<ConnectingNeeds, 'current' | 'tokens' | 'connections' | 'directories'>;

/** Closes it where it is open. Fails with the first thing that could not be forgotten; everything else is forgotten all the same. */
export async function disconnectFrom(
  { current, tokens, connections, directories }: DisconnectingNeeds,
  { connection, forgetToken, forgetCopy }: ParsedInput<'account.disconnect'>,
): Promise<Outcome<null>> {
  if (current.opened()?.view().connection.id === connection) {
    await current.close();
    await connections.setOpen(null);
  }
  const isDemo = connection === demoId;
  if (forgetCopy || isDemo) connections.places.forget(connection);
  // The copy goes first: a keychain that does not answer must not keep it.
  const copy = forgetCopy || isDemo ? await directories.localCopy.wipe(connection) : succeeded(null);
  const token = forgetToken && !isDemo ? await tokens.forget(connection) : succeeded(null);
  if (!forgetToken || isDemo) tokens.release(connection);
  // With its copy left the connection stays, to be tried again; a token that is left does not keep it.
  const isRemembered = !copy.ok || !forgetToken || !forgetCopy;
  const removed = isRemembered || isDemo ? succeeded(null) : await connections.remove(connection);
  // It would be open again on the next start. A full disk may have room only now.
  const noted = connections.lastOpen() === connection ? await connections.setOpen(null) : succeeded(null);
  return [copy, removed, noted, tokenLeft(token, isRemembered)].find((one) => !one.ok) ?? succeeded(null);
}

/** The keychain's answer to forgetting a token, as the page tells it. */
function tokenLeft(forgotten: Outcome<null>, isRemembered: boolean): Outcome<null> {
  if (forgotten.ok || forgotten.failure.kind !== 'keychain') return forgotten;
  return failed({ kind: 'token-left', trouble: forgotten.failure.trouble, isRemembered });
}
