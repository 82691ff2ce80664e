/**
 * The remembered connections on disk: read whole or not at all, written whole or not at all. A file that cannot be
 * understood is moved aside and never lost; one from a newer Rolodesk is left exactly as it is.
 */
import { randomUUID } from 'node:crypto';
import { chmod, type FileHandle, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Connection } from '../../contract/account.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { ConnectionId, UserId } from '../../contract/ids.ts';
import { Milliseconds } from '../../contract/user.ts';
import { isMissing, storeFailure } from '../disk/errors.ts';
import { parseJsonFile } from '../disk/json-file.ts';
import { readOwnFile, TooLong } from '../disk/own-file.ts';
import { makeWay } from '../disk/place.ts';
import { moveOnceFree, replaceFile } from '../disk/whole-file.ts';
import { demoId } from './demo-id.ts';

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text && text !== 'null';

/**
 * What may be written: an origin has no place for a user name, a password or a query, so that no secret can come in
 * with a pasted address.
 */
export const Remembered = Connection.extend({
  kind: z.literal('server'),
  server: z.string().refine(isOrigin),
  /** The ids that were given on connecting: where to begin. */
  startFrom: z.array(UserId),
  lastOpenedAt: Milliseconds.nullable(),
});
export type Remembered = z.infer<typeof Remembered>;

export type Contents = { readonly remembered: readonly Remembered[]; readonly open: ConnectionId | null };

const version = 1;
const fileName = 'connections.json';

const onDisk = (file: string): Uint8Array | null => {
  try {
    return readOwnFile(file);
  } catch (error) {
    if (isMissing(error)) return null;
    // Nothing of it can be understood, so it is moved aside.
    if (error instanceof TooLong) return new Uint8Array();
    throw error;
  }
};

const Envelope = z.object({ version: z.number().int(), open: z.unknown(), connections: z.array(z.unknown()) });

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return parseJsonFile(bytes);
  } catch {
    return undefined;
  }
};

const Entry = z.looseObject({ server: z.string() });

/** The same server as a person may write it: in capitals, with its usual port, or with a slash behind it. */
const asOrigin = (server: string): string => {
  const url = URL.parse(server);
  return url !== null && `${url.origin}/` === url.href ? url.origin : server;
};

/** Null: it cannot be read. Without the ids to start from, where they alone cannot be, a connection is still one. */
const readEntry = (entry: unknown): { remembered: Remembered; whole: boolean } | null => {
  const { data } = Entry.safeParse(entry);
  if (data === undefined) return null;
  const tidied = { ...data, server: asOrigin(data.server) };
  const whole = Remembered.safeParse(tidied);
  if (whole.success) return { remembered: whole.data, whole: true };
  const rest = Remembered.safeParse({ ...tidied, startFrom: [] });
  return rest.success ? { remembered: rest.data, whole: false } : null;
};

/** `whole`: nothing in the file had to be left out. */
const understand = (bytes: Uint8Array): { contents: Contents; whole: boolean } | 'newer' => {
  const json = parseJson(bytes);
  const declared = z.object({ version: z.number() }).safeParse(json);
  if (declared.success && declared.data.version > version) return 'newer';
  const envelope = Envelope.safeParse(json);
  if (!envelope.success || envelope.data.version !== version) {
    return { contents: { remembered: [], open: null }, whole: false };
  }
  const seen = new Map<ConnectionId, Remembered>();
  let whole = true;
  for (const entry of envelope.data.connections) {
    const read = readEntry(entry);
    if (read?.whole !== true || seen.has(read.remembered.id)) whole = false;
    if (read !== null && !seen.has(read.remembered.id)) seen.set(read.remembered.id, read.remembered);
  }
  const open = ConnectionId.nullable().safeParse(envelope.data.open);
  return {
    contents: {
      remembered: [...seen.values()],
      open: open.success && open.data && (open.data === demoId || seen.has(open.data)) ? open.data : null,
    },
    whole: open.success && whole,
  };
};

export type Loaded = { readonly contents: Contents; readonly movedAside: string | null };

/** `folder`: the user data folder; made, and closed to other users, where needed. */
export const createConnectionsFile = ({ folder }: { folder: string }) => {
  const file = join(folder, fileName);

  /** `aside`: where what stood there goes, once there is something to take its place. */
  const write = async (contents: Contents, aside: string | null = null): Promise<Outcome<null>> => {
    const fresh = join(folder, `${fileName}.${randomUUID()}.new`);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const text = JSON.stringify({ version, open: contents.open, connections: contents.remembered }, null, 2);
      const fill = async (handle: FileHandle): Promise<true> => {
        await handle.writeFile(`${text}\n`);
        return true;
      };
      const makePlace = async (): Promise<void> => {
        if (aside === null) return;
        await chmod(file, 0o600);
        await moveOnceFree(file, aside);
      };
      await replaceFile({ file, beside: fresh, fill, isDurable: true, makePlace });
      return succeeded(null);
    } catch (error) {
      return failed(storeFailure(error));
    }
  };

  /** Fails with `database`: `newer-version`, or that the disk cannot be read. The file is then untouched. */
  const load = async (): Promise<Outcome<Loaded>> => {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await ifAllowed(chmod(folder, 0o700));
      await ifAllowed(removeUnfinished(folder));
      const wasInTheWay = makeWay(file);
      const bytes = onDisk(file);
      if (bytes === null) return succeeded({ contents: { remembered: [], open: null }, movedAside: wasInTheWay });
      const read = understand(bytes);
      if (read === 'newer') return failed({ kind: 'database', trouble: 'newer-version' });
      if (read.whole) {
        await ifAllowed(chmod(file, 0o600));
        return succeeded({ contents: read.contents, movedAside: null });
      }
      const movedAside = join(folder, `connections.damaged-${randomUUID()}.json`);
      const rewritten = await write(read.contents, movedAside);
      return rewritten.ok ? succeeded({ contents: read.contents, movedAside }) : rewritten;
    } catch (error) {
      return failed(storeFailure(error));
    }
  };

  return { load, write };
};

/** A folder that cannot be written to can be read all the same. */
async function ifAllowed(changing: Promise<void>): Promise<void> {
  await changing.catch((error: unknown) => {
    if (storeFailure(error).trouble !== 'read-only') throw error;
  });
}

/**
 * What a process that was killed while writing left behind; the list itself was not touched by it, and is read whether or not
 * that can be removed: another program may hold it.
 */
async function removeUnfinished(folder: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    if (!entry.startsWith(`${fileName}.`) || !entry.endsWith('.new')) continue;
    await rm(join(folder, entry), { force: true }).catch(() => undefined);
  }
}
