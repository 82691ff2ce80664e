/**
 * The identifiers that cross the wall between the main process and the page.
 * What parses here may be put into a request path; nothing else ever is.
 */
import { z } from 'zod';

// Generated code would need `unsafe-eval`, which the page's CSP forbids. Here, since an object's schema looks at this as
// it is made, and every other file of the contract imports this one first.
z.config({ jitless: true });

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** RFC 3986 "unreserved" characters only, and not led by a dot, so that `.` and `..` cannot be path segments. */
const allowed = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,127}$/;

/**
 * A user's id as the API uses it: a UUID in every reply seen, but typed as a plain string in the reference.
 * Surrounding white space is dropped and a UUID is put in lower case, so that one person has one id.
 */
export const UserId = z
  .string()
  .trim()
  .regex(allowed)
  .transform((text) => (uuid.test(text) ? text.toLowerCase() : text))
  .brand<'UserId'>();
export type UserId = z.infer<typeof UserId>;

/** A remembered connection: a server with a name and a token. Made by Rolodesk (a UUID), never sent anywhere. */
export const ConnectionId = z
  .string()
  .regex(/^[0-9a-f-]{36}$/)
  .brand<'ConnectionId'>();
export type ConnectionId = z.infer<typeof ConnectionId>;

/** SHA-256 in lower-case hexadecimal: 64 characters. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof Sha256>;
