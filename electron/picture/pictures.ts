/**
 * Fetches people's pictures for the page, which may not reach out itself: without the token, from the API's own
 * host or a listed one, bounded in bytes, pixels and time, and kept by hash beside the connection's database; none that moves.
 * A picture that cannot be had is no failure: the page draws initials.
 */
import pLimit from 'p-limit';
import type { Sha256 } from '../../contract/ids.ts';
import type { PictureTrouble } from '../../contract/picture.ts';
import { readBody } from '../api/body.ts';
import { createWatch, type Deadlines } from '../api/deadlines.ts';
import { type Fetch, type HttpResponse, isSuccess } from '../api/request.ts';
import type { Clock } from '../clock.ts';
import type { DiskSpace } from '../disk/space.ts';
import type { Told } from '../pace/pace.ts';
import type { Paces } from '../pace/paces.ts';
import type { Pressure } from '../pace/rate-limit.ts';
import { isPassing, loadOf } from '../pace/rate-limit.ts';
import { createKeptPictures } from './kept-pictures.ts';
import { type PictureFormat, pictureFormat } from './picture-format.ts';
import { formatTrouble, limitBytesOfOne } from './picture-limits.ts';

const deadlines: Deadlines = { headersMs: 10_000, idleMs: 5_000, totalMs: 15_000 };
const atOnce = 4;

export type StoredPicture = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: PictureFormat['type'] };

/** Remembers which URL gave which picture, so that a URL is asked once; `null` for one that gave none. */
export type PictureMemory = {
  readonly pictureOf: (url: string) => Sha256 | null | undefined;
  /** Resolves once `pictureOf` knows it. `why`: there is none; null where there is one. */
  readonly recordPicture: (url: string, sha256: Sha256 | null, why: PictureTrouble | null) => Promise<unknown>;
  /** Whatever URL gave one of these may be asked again. */
  readonly forgetPictures: (pictures: readonly Sha256[]) => Promise<unknown>;
};

export type PictureFetching = {
  readonly fetch: Fetch;
  /** What is asked of the API's host for pictures is asked of the same server. */
  readonly paceOf: Paces;
};

/** Who may serve pictures. */
export type PictureHosts = {
  /** The API's origin. Its host may serve pictures; over plain http only where the origin itself is plain (loopback). */
  readonly server: string;
  /** Further hosts that may, by https. */
  readonly hosts: readonly string[];
};

export type PicturesNeeds = {
  readonly fetching: PictureFetching;
  readonly from: PictureHosts;
  readonly memory: PictureMemory;
  /** Where the files go; made when the first one is kept. */
  readonly folder: string;
  /** How much of them is kept; 256 MiB where nothing is said. */
  readonly limitBytes?: number;
  readonly clock: Clock;
  /** Whether bytes hold the token: a server that knows it may have written it into a picture, where notes have room. */
  readonly repeatsToken: (bytes: Uint8Array) => boolean;
  /** Without it: there is always room. */
  readonly disk?: Pick<DiskSpace, 'look'>;
};

export type Pictures = {
  /** The picture behind a URL, fetched if it has to be; null where there is none to be had. */
  readonly want: (url: string, signal: AbortSignal) => Promise<Sha256 | null>;
  /** A kept picture, or null where it is not there or no longer what its hash says. */
  readonly read: (sha256: Sha256) => Promise<StoredPicture | null>;
};

type Had = { readonly sha256: Sha256; readonly why: null } | { readonly sha256: null; readonly why: PictureTrouble };
/** `wanted`: the first caller's signal; the request ends with it. */
type UnderWay = { readonly had: Promise<Had>; readonly wanted: AbortSignal };

export function createPictures(needs: PicturesNeeds): Pictures {
  const { fetching, memory, folder, clock, limitBytes } = needs;
  const kept = createKeptPictures({
    folder,
    clock,
    gone: (pictures) => void memory.forgetPictures(pictures),
    ...(limitBytes === undefined ? {} : { limitBytes }),
  });
  const underWay = new Map<string, UnderWay>();
  const turn = pLimit(atOnce);

  const fetchAndKeep = async (url: string, signal: AbortSignal): Promise<Had> => {
    const bytes = await turn(() => fetchInTurn(fetching, clock, url, signal));
    if (typeof bytes === 'string') return { sha256: null, why: bytes };
    if (needs.repeatsToken(bytes)) return { sha256: null, why: 'repeats-token' };
    return { sha256: await kept.keep(bytes), why: null };
  };

  const start = (url: string, wanted: AbortSignal): UnderWay => {
    const had = fetchAndKeep(url, wanted).finally(() => underWay.delete(url));
    const started = { had, wanted };
    underWay.set(url, started);
    return started;
  };

  return {
    want: async (text, signal) => {
      const url = allowedUrl(text, needs.from);
      if (url === null) return null;
      const remembered = memory.pictureOf(text);
      if (remembered === null || (remembered !== undefined && (await kept.isKept(remembered)))) return remembered;
      // Nothing is remembered, so it is asked for when next wanted.
      if ((await needs.disk?.look()) != null) return null;
      for (;;) {
        const joined = underWay.get(url);
        const asked = joined ?? start(url, signal);
        try {
          const { sha256, why } = await asked.had;
          await memory.recordPicture(text, sha256, why);
          return sha256;
        } catch {
          // Refused or offline: nothing is remembered, so it is tried again when next wanted, and once for all who want it now.
          // Where another asked for it and has left, it is still wanted here.
          if (joined?.wanted.aborted !== true || signal.aborted) return null;
        }
      }
    },
    read: async (sha256) => {
      const bytes = await kept.read(sha256);
      const format = bytes === null ? null : pictureFormat(bytes);
      // One that an earlier version kept may be larger than what is taken now.
      return bytes === null || format === null || formatTrouble(format) !== null ? null : { bytes, type: format.type };
    },
  };
}

/** The URL to ask, or null where a picture may not come from: the server itself, its host over https, and hosts that are named. */
export function allowedUrl(text: string, { server, hosts }: PictureHosts): string | null {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return null;
  url.hash = '';
  // An address of another kind may have an origin of its server's: `blob:https://…`.
  if (url.origin === server && url.protocol === new URL(server).protocol) return url.href;
  if (url.protocol !== 'https:' || url.port !== '') return null;
  return url.hostname === new URL(server).hostname || hosts.includes(url.hostname) ? url.href : null;
}

/** Why the picture at an address is not asked for; null: it is. */
export function addressTrouble(text: string, hosts: PictureHosts): PictureTrouble | null {
  if (allowedUrl(text, hosts) !== null) return null;
  const url = URL.parse(text);
  const isPlain = url !== null && url.username === '' && url.password === '' && /^https?:$/.test(url.protocol);
  return isPlain ? 'elsewhere' : 'bad-address';
}

/** As `fetchBytes`, when the server's pace lets it: while the server wants to be left alone, pictures wait as well. */
async function fetchInTurn(
  { fetch, paceOf }: PictureFetching,
  clock: Clock,
  url: string,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | PictureTrouble> {
  const entry = await paceOf(new URL(url).origin).enter({ priority: 'later', signal });
  if (entry.kind !== 'entered') throw new Error('the picture may be there later');
  let told: [Pressure, Told] = ['unknown', {}];
  try {
    return await fetchBytes(fetch, clock, url, signal, (response) => {
      told = pressureOf(response, clock.now());
    });
  } finally {
    entry.leave(...told);
  }
}

/** Only of haste a picture tells anything: its size is not that of a user, so neither is the time it takes. */
function pressureOf(response: HttpResponse, now: number): [Pressure, Told] {
  const load = loadOf(response, now);
  return load.pressure === 'pressed' ? ['pressed', load] : ['unknown', {}];
}

/** Why not, where the answer is there and is no usable picture, which will not change soon. Throws where there was no answer. */
async function fetchBytes(
  fetch: Fetch,
  clock: Clock,
  url: string,
  signal: AbortSignal,
  answered: (response: HttpResponse) => void,
): Promise<Uint8Array<ArrayBuffer> | PictureTrouble> {
  const watch = createWatch({ clock, deadlines, wanted: signal });
  try {
    const response = await watch.until(
      fetch(url, {
        method: 'GET',
        redirect: 'error',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        headers: { Accept: 'image/webp, image/png, image/jpeg' },
        signal: watch.signal,
      }),
    );
    answered(response);
    watch.progress();
    // A page in a picture's place is often a network's sign-in page, or a gateway's.
    const isPage = /^(?:text\/html|application\/xhtml\+xml)\b/i.test(response.headers.get('content-type') ?? '');
    if (isPage || response.status >= 500 || isPassing(response.status))
      throw new Error('the picture may be there later');
    if (!isSuccess(response.status)) return 'not-there';
    const bytes = await readBody(response.body, limitBytesOfOne, watch);
    if (bytes === 'too-large') return 'too-many-bytes';
    const format = pictureFormat(bytes);
    // One that is called a picture, or nothing, is a page all the same.
    if (format === null && beginsAsPage(bytes)) throw new Error('the picture may be there later');
    const trouble = formatTrouble(format);
    if (trouble !== null) return trouble;
    if (format?.isWhole !== true) throw new Error('the picture was cut');
    return bytes;
  } finally {
    // Drops the connection where the body was not read to its end.
    watch.end();
  }
}

function beginsAsPage(bytes: Uint8Array): boolean {
  return /^\s*<(?:!doctype\s+html|html)\b/i.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}
