/**
 * Whom a link names. A link of another system is about something of that system, whatever its last word looks like; so
 * only what is sure counts: the app's own links, the API's path, and on the connected server's site what stands where
 * users stand. Elsewhere an id counts there too where it can be no other's: a UUID, or one of this directory's own form.
 */
import { UserId } from '../../contract/ids.ts';
import { type Whose } from './whose.ts';
/** A link, up to what ends one in prose, a list, HTML or JSON. */
export declare const linkPattern: RegExp;
/** Null where the link names nobody, or nobody for sure. */
export declare function whoIsLinked(link: string, whose: Whose): UserId | null;
