/** What the bytes of an answer hold: whether they are of the API at all, and their text and JSON. Pure, so that any thread can do it. */
import { hash } from 'node:crypto';
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Sha256 } from '../../contract/ids.ts';
import { isRecord } from './read-notes.ts';
import { parseWrittenJson } from './written-json.ts';

const envelope = Buffer.from('"_data"');

/** Whether a reply has the API's envelope. Looked for in the bytes, since they are read in another thread. */
export function hasEnvelope({ buffer, byteOffset, byteLength }: Uint8Array): boolean {
  return Buffer.from(buffer, byteOffset, byteLength).includes(envelope);
}

/** Whether a body has the form of all that the API says: a JSON object with `_data` or `_errors`, whatever it is called. */
export function hasApiForm(body: Uint8Array): boolean {
  const parsed = parseJson(body);
  return (
    parsed.ok && isRecord(parsed.json) && (Object.hasOwn(parsed.json, '_data') || Object.hasOwn(parsed.json, '_errors'))
  );
}

/** What JSON can begin with. */
const jsonStarts = new Set(Array.from('{["-0123456789tfn', (character) => character.charCodeAt(0)));

/**
 * Whether a successful answer is plainly not the API's: it is not called JSON and does not begin like JSON. Whatever
 * passes may still not be JSON; `readJson` says so. Looks at no more than the start.
 */
export function isForeign(body: Uint8Array, contentType: string): boolean {
  return !isJsonType(contentType) && !jsonStarts.has(body[startOf(body)] ?? -1);
}

/** Where the text begins, behind a byte order mark and white space. */
function startOf(body: Uint8Array): number {
  let at = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
  while (body[at] === 0x20 || body[at] === 0x0a || body[at] === 0x0d || body[at] === 0x09) at += 1;
  return at;
}

/**
 * The text and the JSON of a successful answer. Where there is no JSON, the content type decides whose fault that is:
 * `bad-reply` (`encoding` or `json`) of what calls itself JSON, `not-the-api` otherwise; so it is for an empty body.
 */
export function readJson(body: Uint8Array, contentType: string): Outcome<{ text: string; json: unknown }> {
  const parsed = parseJson(body);
  if (parsed.ok) return succeeded({ text: parsed.text, json: parsed.json });
  if (!isJsonType(contentType)) return failed(notTheApi(contentType));
  const detail = body.length === 0 ? 'empty body' : parsed.where === 'encoding' ? 'not UTF-8' : 'not JSON';
  return failed({ kind: 'bad-reply', where: parsed.where, detail });
}

type Parsed =
  | { readonly ok: true; readonly text: string; readonly json: unknown }
  | { readonly ok: false; readonly where: 'encoding' | 'json' };

function parseJson(body: Uint8Array): Parsed {
  const text = decodeUtf8(body);
  if (text === null) return { ok: false, where: 'encoding' };
  try {
    return { ok: true, text, json: parseWrittenJson(text) };
  } catch {
    return { ok: false, where: 'json' };
  }
}

export function isJsonType(contentType: string): boolean {
  return /[/+]json$/.test(contentType);
}

export function notTheApi(contentType: string): Extract<Failure, { kind: 'not-the-api' }> {
  return {
    kind: 'not-the-api',
    contentType,
  };
}

/** Stateless as long as it is not asked to stream; making one costs more than decoding a reply. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text, with its byte order mark if it has one; null where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

export const sha256Of = (bytes: Uint8Array): Sha256 => hash('sha256', bytes, 'hex') as Sha256;
