/** What is asked of a Secret Service whose items are locked each by itself, over a bus of the test's own. */
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BusMessage, takeMessage } from '../../../electron/keychain/bus-message.ts';
import { createSecretService } from '../../../electron/keychain/secret-service.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const collection = '/org/freedesktop/secrets/collection/login';
const item = '/org/freedesktop/secrets/collection/other/1';
const prompt = '/org/freedesktop/secrets/prompt/1';
const attributes = { service: 'Rolodesk', account: 'somebody' };
const never = new AbortController().signal;

/** The values of a reply, as far as this service has any: paths, lists of paths, and a flag in a variant. */
type Value =
  | { readonly type: 'o' | 's'; readonly value: string }
  | { readonly type: 'ao'; readonly value: readonly string[] }
  | { readonly type: 'v'; readonly value: boolean };

function bytesOf(put: (bytes: number[]) => void): number[] {
  const bytes: number[] = [];
  put(bytes);
  return bytes;
}
const pad = (bytes: number[], to: number) => {
  while (bytes.length % to !== 0) bytes.push(0);
};
const uint32 = (bytes: number[], value: number) => {
  pad(bytes, 4);
  bytes.push(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255);
};
const text = (bytes: number[], value: string) => {
  uint32(bytes, value.length);
  bytes.push(...Buffer.from(value), 0);
};
const signature = (bytes: number[], value: string) => bytes.push(value.length, ...Buffer.from(value), 0);

/** D-Bus Specification 0.43, "Message Protocol": a call (type 1), a reply (2), an error (3) or a signal (4), little endian. */
function message(
  type: 1 | 2 | 3 | 4,
  fields: readonly (readonly [number, string, string | number])[],
  values: readonly Value[],
): Buffer {
  const body = bytesOf((bytes) => {
    for (const { type: kind, value } of values) {
      if (kind === 'o' || kind === 's') text(bytes, value);
      if (kind === 'v') {
        signature(bytes, 'b');
        uint32(bytes, value ? 1 : 0);
      }
      if (kind === 'ao') {
        const list = bytesOf((inner) => {
          for (const path of value) text(inner, path);
        });
        uint32(bytes, list.length);
        bytes.push(...list);
      }
    }
  });
  const all = [...fields, ...(values.length === 0 ? [] : [[8, 'g', values.map((one) => one.type).join('')] as const])];
  const head = bytesOf((bytes) => {
    for (const [code, kind, value] of all) {
      pad(bytes, 8);
      bytes.push(code);
      signature(bytes, kind);
      if (kind === 'u') uint32(bytes, Number(value));
      else if (kind === 'g') signature(bytes, String(value));
      else text(bytes, String(value));
    }
  });
  const start = bytesOf((bytes) => {
    bytes.push(0x6c, type, 1, 1);
    uint32(bytes, body.length);
    uint32(bytes, 1);
    uint32(bytes, head.length);
    bytes.push(...head);
    pad(bytes, 8);
  });
  return Buffer.from([...start, ...body]);
}

let server: Server;
let sockets: Socket[];
let socketPath: string;
/** What was asked, but for what every conversation begins with. */
let asked: string[];
let isItemLocked: boolean;
let isCollectionLocked: boolean;
let asksPerson: boolean;
let isAllowed: boolean;
let diesWhileAsking: boolean;
/** The default collection was removed, and its name is still given. */
let isCollectionGone: boolean;
/** There is no default collection; `refused`: and the service makes none. */
let isCollectionMissing: boolean | 'refused';
/** Before each reply, a call comes that carries the number of what it would answer. */
let isCalledBack: boolean;

function answer(call: BusMessage): { readonly values: readonly Value[]; readonly signal?: Buffer } {
  const locked = isItemLocked ? [item] : [];
  switch (call.member) {
    case 'ReadAlias':
      return { values: [{ type: 'o', value: isCollectionMissing === false ? collection : '/' }] };
    case 'CreateCollection':
      asked.push('CreateCollection');
      // The person makes none: its prompt ends, and that is all.
      return {
        values: [
          { type: 'o', value: '/' },
          { type: 'o', value: prompt },
        ],
      };
    case 'Get':
      return { values: [{ type: 'v', value: isCollectionLocked }] };
    case 'SearchItems':
      return {
        values: [
          { type: 'ao', value: isItemLocked ? [] : [item] },
          { type: 'ao', value: locked },
        ],
      };
    case 'Unlock': {
      const paths = call.body[0] as readonly string[];
      asked.push(`Unlock ${paths.join(' ')}`);
      if (!asksPerson) open();
      return {
        values: [
          { type: 'ao', value: asksPerson ? [] : paths },
          { type: 'o', value: asksPerson ? prompt : '/' },
        ],
      };
    }
    case 'Prompt': {
      asked.push('Prompt');
      if (diesWhileAsking) return { values: [], signal: ownerGone() };
      // One of a new collection opens nothing that is there.
      if (isAllowed && asked.some((one) => one.startsWith('Unlock'))) open();
      const path = [1, 'o', prompt] as const;
      const completed = [path, [2, 's', 'org.freedesktop.Secret.Prompt'], [3, 's', 'Completed']] as const;
      return { values: [], signal: message(4, completed, []) };
    }
    case 'Dismiss':
      asked.push('Dismiss');
      return { values: [] };
    default:
      return { values: [] };
  }
}
/** What the bus says when the service's process has ended. */
function ownerGone(): Buffer {
  const bus = 'org.freedesktop.DBus';
  const head = [
    [1, 'o', '/org/freedesktop/DBus'],
    [2, 's', bus],
    [3, 's', 'NameOwnerChanged'],
  ] as const;
  const names = ['org.freedesktop.secrets', ':1.7', ''].map((value) => ({ type: 's', value }) as const);
  return message(4, head, names);
}
function open() {
  isItemLocked = false;
  isCollectionLocked = false;
}

beforeEach(async () => {
  asked = [];
  sockets = [];
  [isCollectionGone, isCalledBack, isCollectionMissing] = [false, false, false];
  [isItemLocked, isCollectionLocked, asksPerson, isAllowed, diesWhileAsking] = [true, false, true, true, false];
  socketPath = join(temporaryFolder(), 'bus');
  server = createServer((socket) => {
    sockets.push(socket);
    let unread = Buffer.alloc(0);
    let isSignedIn = false;
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      unread = Buffer.concat([unread, chunk]);
      if (!isSignedIn) {
        const begin = unread.indexOf('BEGIN\r\n');
        if (begin < 0) return void socket.write('OK 0123\r\n');
        unread = unread.subarray(begin + 'BEGIN\r\n'.length);
        isSignedIn = true;
      }
      for (let taken = takeMessage(unread); taken; taken = takeMessage(unread)) {
        const serial = unread.readUInt32LE(8);
        const { values, signal } = answer(taken.message);
        const to = [5, 'u', serial] as const;
        if (isCalledBack) socket.write(message(1, [[1, 'o', '/'], [3, 's', 'Ping'], to], []));
        const { member } = taken.message;
        const isUnknown =
          (isCollectionGone && member === 'Get') ||
          (isCollectionMissing === 'refused' && member === 'CreateCollection');
        const unknown = [4, 's', 'org.freedesktop.DBus.Error.UnknownObject'] as const;
        socket.write(isUnknown ? message(3, [to, unknown], []) : message(2, [to], values));
        if (signal !== undefined) socket.write(signal);
        unread = unread.subarray(taken.size);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

describe.runIf(process.platform !== 'win32')('a Secret Service', () => {
  const service = () => createSecretService({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${socketPath}` });

  it('is asked for what is locked, and its prompt is dismissed where nobody asked for one', async () => {
    expect(await service().holdings(attributes, never)).toEqual({ collection: 'ready', unlocked: 0, locked: 1 });
    expect(asked).toEqual([`Unlock ${item}`, 'Dismiss']);
  });

  it('that opens without a prompt is open', async () => {
    asksPerson = false;
    isCollectionLocked = true;
    expect(await service().holdings(attributes, never)).toEqual({ collection: 'ready', unlocked: 1, locked: 0 });
    expect(asked).toEqual([`Unlock ${item} ${collection}`]);
    expect(await service().holdings(attributes, never)).toEqual({ collection: 'ready', unlocked: 1, locked: 0 });
    expect(asked).toHaveLength(1);
  });

  it('asks the person for an item that is locked by itself, in a collection that is open', async () => {
    expect(await service().unlock(attributes, never)).toBe(true);
    expect(asked).toEqual([`Unlock ${item}`, 'Prompt']);
  });

  it('is as locked as before where the person says no', async () => {
    isAllowed = false;
    expect(await service().unlock(attributes, never)).toBe(false);
    expect(asked).toEqual([`Unlock ${item}`, 'Prompt']);
  });

  it('says what is kept in another collection where the default one was removed', async () => {
    [isCollectionGone, isItemLocked] = [true, false];
    expect(await service().holdings(attributes, never)).toEqual({ collection: 'locked', unlocked: 1, locked: 0 });
  });

  it.each([true, 'refused'] as const)(
    'is open where what is kept can be read, though there is no default collection (%s)',
    async (isMissing) => {
      [isCollectionMissing, isItemLocked] = [isMissing, false];
      expect(await service().unlock(attributes, never)).toBe(true);
      expect(asked[0]).toBe('CreateCollection');
      isItemLocked = true;
      expect(await service().unlock(attributes, never)).toBe(true);
      expect(asked).toContain(`Unlock ${item}`);
      [isItemLocked, isAllowed] = [true, false];
      expect(await service().unlock(attributes, never)).toBe(false);
    },
  );

  it('is answered by replies alone, whatever else carries their number', async () => {
    isCalledBack = true;
    expect(await service().unlock(attributes, never)).toBe(true);
  });

  it('that ends while its prompt is open is waited for no longer', async () => {
    diesWhileAsking = true;
    await expect(service().unlock(attributes, never)).rejects.toThrow('gone');
    expect(asked).toEqual([`Unlock ${item}`, 'Prompt']);
  });
});
