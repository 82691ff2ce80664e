/**
 * Everything that can go wrong, as a closed union of plain data: it must survive structured clone. The types that follow from
 * it stand in `failures.ts`, which the page can load without the library that checks them.
 */
import { z } from 'zod';
import { UserId } from './ids.ts';

/** Why a typed or pasted value was refused. The sentence for each stands in `renderer/words/`. */
export const BadInputReasonSchema = z.enum([
  'empty',
  'too-long',
  'not-a-url',
  'not-https',
  'has-credentials',
  'control-characters',
  'not-an-id',
  'no-id-found',
  'nobody-listed',
  'not-known',
  'malformed',
  'holds-token',
]);

/** Why the keychain did not do what was asked. */
export const KeychainTroubleSchema = z.enum(['locked', 'unavailable', 'refused', 'slow', 'not-kept', 'too-long']);

/** Why a file could not be written. `failed`: the system gives another reason, such as a disk that does not answer or a name in use. */
/** `held`: the folder can be written to, and the file that stands there cannot be replaced. */
export const NotSavedTroubleSchema = z.enum(['full', 'not-allowed', 'no-folder', 'held', 'failed']);

/**
 * Why a workbook cannot be read. `old-format`: of Excel before 2007. `not-a-workbook`: it is called one, and is none, or one of another
 * program. `too-large-inside`: unpacked, it would be far larger than a list can be.
 */
export const WorkbookTroubleSchema = z.enum([
  'old-format',
  'encrypted',
  'damaged',
  'not-a-workbook',
  'too-large-inside',
  'too-many-columns',
]);

export const FailureSchema = z.discriminatedUnion('kind', [
  /** The server has no user of this id (HTTP 404, in the API's form or borne out by a witness). */
  z.object({ kind: z.literal('not-found'), id: UserId.nullable() }),
  /** The token was refused (HTTP 401), by the server or by something before it. `isOfOne`: for this user alone; others are given with it. */
  z.object({ kind: z.literal('unauthorized'), isOfOne: z.literal(true).optional() }),
  /** The token is valid but may not read this (HTTP 403, in the API's form or borne out by a witness). */
  z.object({ kind: z.literal('forbidden') }),
  /** No connection to the server could be made, or it was cut. */
  z.object({ kind: z.literal('offline') }),
  /**
   * The server's certificate is not trusted by this computer; nothing was sent. `isOfThisComputer`: the other way round, the
   * server wants a certificate of this computer, and requests without credentials show none.
   */
  z.object({ kind: z.literal('untrusted-certificate'), isOfThisComputer: z.literal(true).optional() }),
  /** The server accepted the connection but did not finish in time. */
  z.object({ kind: z.literal('timeout'), after: z.enum(['headers', 'idle', 'total']) }),
  /** HTTP 429, still so after the last try. `null`: the server named no time. */
  z.object({ kind: z.literal('rate-limited'), retryAfterSeconds: z.number().nullable() }),
  /**
   * Any other HTTP status that is not a success. `isForeign`: the answer is not in the API's form, and nobody who is known to
   * exist was given either.
   */
  z.object({ kind: z.literal('server'), status: z.number().int(), isForeign: z.literal(true).optional() }),
  /** A proxy on the way to the server wants a sign-in (HTTP 407). */
  z.object({ kind: z.literal('proxy-sign-in') }),
  /** The network that this computer is in wants a sign-in (HTTP 511). */
  z.object({ kind: z.literal('network-sign-in') }),
  /** More headers came with the reply than are accepted. */
  z.object({ kind: z.literal('headers-too-large') }),
  /**
   * Something answered that is not the Fetch User API: a captive portal's page, a gateway, a wrong host. `status`: of an
   * answer (404, 403, or a success) that is not in the API's form, while nobody who is known to exist was given either.
   */
  z.object({ kind: z.literal('not-the-api'), contentType: z.string(), status: z.number().int().optional() }),
  /**
   * The API answered, but with what cannot be a user. `where` names the part that was wrong; `token`: it repeats the access token.
   * `isForeign`: of another user, as a cache may answer everybody, while nobody who is known to exist was given either.
   */
  z.object({
    kind: z.literal('bad-reply'),
    where: z.enum(['encoding', 'json', 'envelope', 'data', 'id', 'another-id', 'errors', 'token']),
    detail: z.string(),
    isForeign: z.literal(true).optional(),
  }),
  /** The reply was larger than is accepted. */
  z.object({ kind: z.literal('too-large'), limitBytes: z.number().int() }),
  /**
   * The server wanted the request to go elsewhere; it did not go there. `to` is an origin, without a path. `isOwn`: that is the
   * server's own.
   */
  z.object({ kind: z.literal('refused-redirect'), to: z.string(), isOwn: z.literal(true).optional() }),
  /** What was typed cannot be used. `where` is the input's field name. */
  z.object({
    kind: z.literal('bad-input'),
    where: z.string(),
    reason: BadInputReasonSchema,
    /** Of pasted text, the first part of it that is wrong, shortened. */
    item: z.string().optional(),
  }),
  /** Nothing is connected, so there is nothing to ask. */
  z.object({ kind: z.literal('not-connected') }),
  /** No token is available for this connection: it was kept for one session only, or the keychain is locked. */
  z.object({ kind: z.literal('token-needed') }),
  z.object({ kind: z.literal('keychain'), trouble: KeychainTroubleSchema }),
  /** A token was to be forgotten, and the keychain may still hold it. `isRemembered`: whether its connection is in the list. */
  z.object({ kind: z.literal('token-left'), trouble: KeychainTroubleSchema, isRemembered: z.boolean() }),
  /** The local copy cannot be used. `locked`: another program writes to it just now; `away`: a link leads to a disk that is not there. */
  z.object({
    kind: z.literal('database'),
    trouble: z.enum(['newer-version', 'cannot-open', 'full', 'read-only', 'locked', 'away']),
  }),
  /** Little room is left on the disk: nothing more is fetched to be kept until there is more. */
  z.object({ kind: z.literal('disk-low'), freeBytes: z.number() }),
  /** The server names far more people than were fetched: the person is asked whether to go on. */
  z.object({ kind: z.literal('many-named'), named: z.number().int(), fetched: z.number().int() }),
  /**
   * A list is larger than what is checked at once. `lines` or `bytes`: of the list, as far as it was counted; null: not counted, or not too many.
   */
  z.object({
    kind: z.literal('list-too-large'),
    lines: z.number().int().nullable(),
    bytes: z.number().int().nullable(),
    most: z.object({ lines: z.number().int(), bytes: z.number().int() }),
  }),
  /** A list took more memory than it may have. Nothing else is affected. */
  z.object({ kind: z.literal('list-too-heavy') }),
  /** A file that is, or is called, a spreadsheet's workbook cannot be read. */
  z.object({ kind: z.literal('workbook'), trouble: WorkbookTroubleSchema }),
  /** What was to be saved could not be written where the person chose; what stood there is as it was. */
  z.object({ kind: z.literal('not-saved'), trouble: NotSavedTroubleSchema }),
  /**
   * A PDF, or what was to be printed, could not be made; nothing was saved. `slow`: it took too long; `printer`: the system could
   * not print it.
   */
  z.object({ kind: z.literal('not-drawn'), trouble: z.enum(['slow', 'failed', 'printer']) }),
  /** What was being saved or copied was given up, since its directory was closed; nothing of it is left. */
  z.object({ kind: z.literal('closed') }),
  /** What a person set could not be written to the settings: it counts until Rolodesk quits. */
  z.object({ kind: z.literal('not-kept'), trouble: NotSavedTroubleSchema }),
  /** The call came from a frame that is not the app's own page. */
  z.object({ kind: z.literal('refused-caller') }),
  /** What asked for it has moved on. Never shown. */
  z.object({ kind: z.literal('cancelled') }),
  /** A defect. `reference` finds the entry in the redacted log. */
  z.object({ kind: z.literal('unexpected'), reference: z.string() }),
]);
