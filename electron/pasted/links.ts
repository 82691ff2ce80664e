/**
 * The person a link names. A link of another system is about something of that system, whatever its last word looks like; so
 * only what is sure counts: the app's own links, the API's path, and on the connected server's site what stands where
 * users stand. Elsewhere an id counts there too where it can be no other's: a UUID, or one of this directory's own form.
 */
import { UserId } from '../../contract/ids.ts';
import { uuidPattern } from '../../contract/uuid.ts';
import { isUuid } from './own-form.ts';
import { ownId, type Whose } from './whose.ts';

const longest = 2000;

/** A link, up to what ends one in prose, a list, HTML or JSON. */
export const linkPattern = /(?<![a-z])(?:https?|rolodesk):\/\/[^\s"'<>(){}[\]|\\^`,;]+/i;

const apiPath = /\/v\d+\/ext\/users?\/([^/?#&\s]+)/i;
/** Where users stand in paths and queries: `…/users/{id}`, `…?userId={id}`. */
const place =
  /(?:^|[/?&#=!])(?:users?|people|persons?|profiles?|members?|agents?|employees?|staff|contacts?|accounts?)(?:[_-]?(?:ids?|uuid|guid))?[/=]([^/?#&=]+)/gi;
/** What stands there that is nobody. */
const noId =
  /^(?:me|self|new|add|all|edit|list|search|settings|profile|login|logout|sign_?in|sign_?out|index|import|export|invite|admin)$/i;
const anyUuid = new RegExp(`(?<![0-9a-z])${uuidPattern}(?![0-9a-z])`, 'gi');

/** Null where the link names nobody, or nobody for sure. */
export function whoIsLinked(link: string, whose: Whose): UserId | null {
  if (link.length > longest) return null;
  // What ends the sentence that the link stands in.
  const url = URL.parse(link.replace(/[.!?:*_]+$/, ''));
  if (url === null || !/^(?:https?|rolodesk):$/.test(url.protocol)) return null;
  if (url.protocol === 'rolodesk:')
    return idOf(
      decoded(url.pathname)
        .split('/')
        .findLast((part) => part !== ''),
    );
  const rest = decoded(`${url.pathname}${url.search}${url.hash}`);
  const asked = apiPath.exec(rest);
  if (asked !== null) return idOf(asked[1]);
  const isOwnSite = whose.server !== null && isSameSite(url.hostname, new URL(whose.server).hostname);
  for (const [, part] of rest.matchAll(place)) {
    const id = idOf(part);
    if (id !== null && (isUuid(id) || (isOwnSite && !noId.test(id)))) return id;
    const own = id === null ? null : ownId(id, whose);
    // A number is whatever that system counts.
    if (own !== null && /\D/.test(own)) return own;
  }
  for (const [part] of rest.matchAll(anyUuid)) if (whose.isKnown(part)) return idOf(part);
  return null;
}

/** Links within links are escaped, and those within them once more. */
function decoded(text: string): string {
  let now = text;
  for (let times = 0; times < 3 && now.includes('%'); times += 1) {
    try {
      now = decodeURIComponent(now);
    } catch {
      return now;
    }
  }
  return now;
}

function idOf(part: string | undefined): UserId | null {
  const id = UserId.safeParse(part);
  return id.success ? id.data : null;
}

/** The same host, or one beside it below a domain: `app.example.com` beside `api.example.com`. */
function isSameSite(host: string, server: string): boolean {
  if (host === server) return true;
  const site = siteOf(server);
  return site !== null && (host === site || host.endsWith(`.${site}`));
}

/** What stands behind the first name of a host, where that is a domain that somebody owns: not `co.uk`. */
function siteOf(host: string): string | null {
  if (/^[\d.]+$|:/.test(host)) return null;
  const labels = host.split('.');
  const site = labels.length > 2 ? labels.slice(1) : labels;
  const [first = '', last = ''] = site.slice(-2);
  const isShared = site.length === 2 && first.length <= 3 && last.length === 2;
  return site.length < 2 || isShared ? null : site.join('.');
}
