/** The handlers of `image.*`: images that the page drew, copied and saved. They come in parts, since no message is that long. */
import { longestImage } from '../../contract/bounds.ts';
import type { Handlers } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Clock } from '../clock.ts';
import { saveFailure } from '../disk/errors.ts';
import { fileName } from '../export/file-name.ts';
import { saveParts } from '../export/save-parts.ts';
import type { Unfinished } from '../export/unfinished.ts';

export type ImageCalls = Pick<Handlers, Extract<keyof Handlers, `image.${string}`>>;

export type ImageCallsNeeds = {
  /** Resolves once the image, a PNG, is on the clipboard. */
  readonly copy: (image: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Asks where to save; null where the person chose not to. */
  readonly choosePath: (suggestedName: string) => Promise<string | null>;
  readonly unfinished: Pick<Unfinished, 'note'>;
  readonly clock: Pick<Clock, 'sleep'>;
};

type Parts = readonly Uint8Array[];
type Sent = { readonly number: number; readonly parts: Uint8Array[]; length: number };

/** The page asks for the next step at once. One that was lost, or closed, asks for nothing. */
export const keptMs = 60_000;
/** What a PNG begins with (PNG 3, 5.2). */
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function createImageCalls({ copy, choosePath, unfinished, clock }: ImageCallsNeeds): ImageCalls {
  let last = 0;
  /** One at a time: it may take 256 MB. */
  let kept: Sent | null = null;
  let isTaken = new AbortController();

  /** Until the next part comes, or it is taken. */
  const keep = (sent: Sent | null): void => {
    isTaken.abort();
    isTaken = new AbortController();
    kept = sent;
    if (sent === null) return;
    clock.sleep(keptMs, isTaken.signal).then(
      () => keep(null),
      () => undefined,
    );
  };
  const refuse = (reason: 'not-known' | 'too-long' | 'malformed') =>
    failed({ kind: 'bad-input', where: 'image', reason });
  const take = (number: number): Outcome<Parts> => {
    if (kept?.number !== number) return refuse('not-known');
    const { parts } = kept;
    keep(null);
    return signature.every((byte, nth) => parts[0]?.[nth] === byte) ? succeeded(parts) : refuse('malformed');
  };

  return {
    'image.send': ({ sent, part }) => {
      if (sent === null) last += 1;
      const image = sent === null ? { number: last, parts: [], length: 0 } : kept;
      if (image === null || (sent !== null && image.number !== sent)) return refuse('not-known');
      image.length += part.byteLength;
      if (image.length > longestImage) {
        keep(null);
        return refuse('too-long');
      }
      image.parts.push(part);
      keep(image);
      return succeeded({ sent: image.number });
    },
    'image.copy': async ({ sent }) => {
      const parts = take(sent);
      if (!parts.ok) return parts;
      await copy(Uint8Array.from(Buffer.concat([...parts.value])));
      return succeeded(null);
    },
    'image.save': async ({ sent, name }) => {
      const parts = take(sent);
      if (!parts.ok) return parts;
      try {
        const path = await choosePath(fileName(name, 'png'));
        if (path === null) return succeeded({ saved: false });
        await saveParts(path, partsIn(parts.value), new AbortController().signal, unfinished);
        return succeeded({ saved: true });
      } catch (error) {
        const failure = saveFailure(error);
        if (failure === null) throw error;
        return failed(failure);
      }
    },
  };
}

async function* partsIn(parts: Parts) {
  for (const text of parts) yield { text };
}
