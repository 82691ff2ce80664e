import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { busSocket, openBus } from '../../../electron/keychain/bus.ts';
import { encodeCall, takeMessage } from '../../../electron/keychain/bus-message.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const hello = { destination: 'a.b', path: '/a', interface: 'a.b.C', member: 'Hello', signature: '', body: [] };

describe('the address of the session bus', () => {
  it.each([
    ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
    ['unix:path=/tmp/dbus-x,guid=0123', '/tmp/dbus-x'],
    ['unix:guid=0123,path=/tmp/with%20space', '/tmp/with space'],
    ['unix:abstract=/tmp/dbus-x,guid=1', '\0/tmp/dbus-x'],
    ['tcp:host=localhost,port=1;unix:path=/second', '/second'],
    ['tcp:host=localhost,port=1', null],
    ['unix:path=%zz', null],
    ['autolaunch:', null],
  ])('%s', (address, socket) => {
    expect(busSocket({ DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: '/run/user/1' })).toBe(socket);
  });

  it('is looked for in the runtime folder where none is given', () => {
    expect(busSocket({ XDG_RUNTIME_DIR: '/run/user/1' })).toBe('/run/user/1/bus');
    expect(busSocket({})).toBeNull();
  });
});

describe('a bus message', () => {
  it('is read as it was written, whatever the strings in it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 }).map((any) => any.toWellFormed().replaceAll('\0', ''));
    fc.assert(
      fc.property(
        text,
        fc.array(text, { maxLength: 3 }),
        fc.dictionary(text, text, { maxKeys: 4 }),
        (one, paths, map) => {
          const pairs = Object.entries(map);
          const bytes = encodeCall(
            {
              ...hello,
              signature: 'saoa{ss}a{sv}',
              body: [one, paths, new Map(pairs), { properties: new Map(pairs) }],
            },
            7,
          );
          const taken = takeMessage(Buffer.concat([bytes, Buffer.from('next')]));
          expect(taken?.size).toBe(bytes.length);
          expect(taken?.message).toMatchObject({ type: 'call', path: '/a', interface: 'a.b.C', member: 'Hello' });
          expect(taken?.message.body).toEqual([one, paths, pairs, pairs]);
        },
      ),
    );
  });

  it('is waited for until it is whole', () => {
    const bytes = encodeCall({ ...hello, signature: 's', body: ['text'] }, 1);
    for (let length = 0; length < bytes.length; length++) expect(takeMessage(bytes.subarray(0, length))).toBeNull();
  });

  it('with elements of no size is refused, not read for ever', () => {
    const bytes = encodeCall({ ...hello, signature: 'ao', body: [['/abc']] }, 1);
    bytes.write('a()', bytes.indexOf('ao\0'), 'latin1');
    bytes[bytes.indexOf('a()') - 1] = 3;
    // The array's length stands first in the body: 4 bytes, and then 4 + 4 + 1 for the path.
    bytes.writeUInt32LE(1, bytes.length - 13);
    expect(() => takeMessage(bytes)).toThrow(RangeError);
  });

  // A reply of 4 MiB, each of its elements in a hundred structures, would take all memory.
  it('nested deeper than any reply is refused', () => {
    const nested = (levels: number) =>
      encodeCall({ ...hello, signature: `${'('.repeat(levels)}s${')'.repeat(levels)}`, body: ['text'] }, 1);
    expect(JSON.stringify(takeMessage(nested(8))?.message.body)).toBe('[[[[[[[[["text"]]]]]]]]]');
    expect(() => takeMessage(nested(9))).toThrow(RangeError);
  });

  it('of garbage is refused, never waited for without end or read beyond its end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 200 }), fc.boolean(), (garbage, likely) => {
        const bytes = Buffer.from(garbage);
        if (likely) bytes[0] = 0x6c;
        try {
          const taken = takeMessage(bytes);
          if (taken) expect(taken.size).toBeLessThanOrEqual(bytes.length);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe.runIf(process.platform !== 'win32')('a conversation with a bus', () => {
  let folder: string;
  let server: Server;
  let sockets: Socket[];
  beforeEach(() => {
    folder = temporaryFolder();
    sockets = [];
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const listen = async (onData: (socket: Socket, text: string) => void) => {
    const socketPath = join(folder, 'bus');
    server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => onData(socket, chunk.toString('latin1')));
    });
    await new Promise<void>((resolve) => server.listen(socketPath, resolve));
    return socketPath;
  };

  it.each([
    ['refuses to sign in', 'REJECTED EXTERNAL\r\n'],
    ['talks without end', 'x'.repeat(10_000)],
    ['signs in and sends garbage', `OK 0123\r\n${'z'.repeat(64)}`],
  ])('ends when the bus %s', async (_what, answer) => {
    const socketPath = await listen((socket) => void socket.write(answer));
    await expect(openBus({ socketPath, signal: new AbortController().signal })).rejects.toThrow('gone');
  });

  it('ends when the bus hangs up', async () => {
    const socketPath = await listen((socket) => void socket.end());
    await expect(openBus({ socketPath, signal: new AbortController().signal })).rejects.toThrow('gone');
  });

  it('ends when it is called off while the bus says nothing', async () => {
    const given = new AbortController();
    const socketPath = await listen(() => given.abort());
    await expect(openBus({ socketPath, signal: given.signal })).rejects.toThrow('gone');
  });

  it('does not begin when it was called off before', async () => {
    const socketPath = await listen(() => undefined);
    await expect(openBus({ socketPath, signal: AbortSignal.abort() })).rejects.toThrow('gone');
  });
});
