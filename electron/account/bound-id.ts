/**
 * Ids of connections that hold only together with their server. The keychain keeps a token by its connection's id alone: without
 * this, a program that may write `connections.json` could have a token sent to another server, without ever reading it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { ConnectionId } from '../../contract/ids.ts';

/** Hexadecimal digits that are random; the others follow from them and the server. */
const randomDigits = 12;
/** RFC 9562 leaves this version of UUIDs to whatever makes them. Ids of earlier versions of Rolodesk are of version 4. */
const version = '8';

/** `server`: an origin. */
export function newConnectionId(server: string): ConnectionId {
  return idOf(randomBytes(randomDigits / 2).toString('hex'), server);
}

/** Whether the id was made for this server, or is an older one, which says nothing of its server. */
export function isBoundTo(id: ConnectionId, server: string): boolean {
  return id[14] !== version || id === idOf(id.replace('-', '').slice(0, randomDigits), server);
}

function idOf(random: string, server: string): ConnectionId {
  const digest = createHash('sha256').update(`${random} ${server}`).digest('hex');
  const parts = [random.slice(0, 8), random.slice(8), `${version}${digest.slice(0, 3)}`, `a${digest.slice(3, 6)}`];
  return ConnectionId.parse([...parts, digest.slice(6, 18)].join('-'));
}
