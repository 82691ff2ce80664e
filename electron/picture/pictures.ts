/**
 * Fetches people's pictures for the page, which may not reach out itself: without the token, from the API's own
 * host or a listed one, bounded in bytes, pixels and time, and kept by hash beside the connection's database; none that moves.
 * A picture that cannot be had is no failure: the page draws initials.
 */
import pLimit from 'p-limit';
import type { Sha256 } from '../../contract/ids.ts';
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

const limitBytesOfOne = 4 * 1024 * 1024;
/** What telephones take has 12 million. More than that would hold a frame of the page up for too long. */
const limitPixels = 12_500_000;
const limitPixelsASide = 8192;
/** Pixels times passes: sixteen passes of the largest. */
const limitEffort = 16 * limitPixels;
const deadlines: Deadlines = { headersMs: 10_000, idleMs: 5_000, totalMs: 15_000 };
const atOnce = 4;

export type StoredPicture = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: PictureFormat['type'] };

/** Remembers which URL gave which picture, so that a URL is asked once; `null` for one that gave none. */
export type PictureMemory = {
  readonly pictureOf: (url: string) => Sha256 | null | undefined;
  /** Resolves once `pictureOf` knows it. */
  readonly recordPicture: (url: string, sha256: Sha256 | null) => Promise<unknown>;
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

/** `wanted`: the first caller's signal; the request ends with it. */
type UnderWay = { readonly picture: Promise<Sha256 | null>; readonly wanted: AbortSignal };

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

  const fetchAndKeep = async (url: string, signal: AbortSignal): Promise<Sha256 | null> => {
    const bytes = await turn(() => fetchInTurn(fetching, clock, url, signal));
    return bytes === null || needs.repeatsToken(bytes) ? null : kept.keep(bytes);
  };

  const start = (url: string, wanted: AbortSignal): UnderWay => {
    const picture = fetchAndKeep(url, wanted).finally(() => underWay.delete(url));
    const started = { picture, wanted };
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
          const sha256 = await asked.picture;
          await memory.recordPicture(text, sha256);
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
      return bytes === null || format === null || !isUsable(format) ? null : { bytes, type: format.type };
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

/** As `fetchBytes`, when the server's pace lets it: while the server wants to be left alone, pictures wait as well. */
async function fetchInTurn(
  { fetch, paceOf }: PictureFetching,
  clock: Clock,
  url: string,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | null> {
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

/** Null: the answer is there and is no usable picture, which will not change soon. Throws where there was no answer. */
async function fetchBytes(
  fetch: Fetch,
  clock: Clock,
  url: string,
  signal: AbortSignal,
  answered: (response: HttpResponse) => void,
): Promise<Uint8Array<ArrayBuffer> | null> {
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
    if (!isSuccess(response.status)) return null;
    const bytes = await readBody(response.body, limitBytesOfOne, watch);
    if (bytes === 'too-large') return null;
    const format = pictureFormat(bytes);
    // One that is called a picture, or nothing, is a page all the same.
    if (format === null && beginsAsPage(bytes)) throw new Error('the picture may be there later');
    if (format === null || !isUsable(format)) return null;
    if (!format.isWhole) throw new Error('the picture was cut');
    return bytes;
  } finally {
    // Drops the connection where the body was not read to its end.
    watch.end();
  }
}

function beginsAsPage(bytes: Uint8Array): boolean {
  return /^\s*<(?:!doctype\s+html|html)\b/i.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}

/** One that moves would do so on every card that shows it, and is decoded over and over. */
function isUsable({ width, height, passes, isAnimated }: PictureFormat): boolean {
  const pixels = width * height;
  const isSmall = pixels <= limitPixels && Math.max(width, height) <= limitPixelsASide;
  return !isAnimated && pixels > 0 && isSmall && pixels * passes <= limitEffort;
}
