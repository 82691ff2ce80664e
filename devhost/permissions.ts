/**
 * What a page may do, as the session's handlers say. Chromium is told in advance, once for each origin shown: the
 * handlers are asked about every permission then, and not at the moment a page asks for one.
 */
import type { Session, WebContents } from 'electron';
import { theBrowser } from './runtime.ts';
import { toPageUrl } from './scheme-address.ts';

type RequestHandler = Exclude<Parameters<Session['setPermissionRequestHandler']>[0], null>;
type CheckHandler = Exclude<Parameters<Session['setPermissionCheckHandler']>[0], null>;
type Permission = Parameters<RequestHandler>[1];

export type PermissionHandlers = { request: RequestHandler | null; check: CheckHandler | null };

/** Electron's names, and what Chromium's protocol calls the same. */
const permissions: readonly (readonly [electron: Permission, chromium: string])[] = [
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['display-capture', 'display-capture'],
  ['geolocation', 'geolocation'],
  ['idle-detection', 'idle-detection'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['notifications', 'notifications'],
  ['storage-access', 'storage-access'],
  ['window-management', 'window-management'],
  ['fileSystem', 'local-fonts'],
];

/** Tells Chromium what the handlers say, before the first document of an origin runs. Without handlers all is granted, as in Electron. */
export class SettledPermissions {
  readonly #handlers: PermissionHandlers;
  readonly #contents: WebContents;
  readonly #origins = new Map<string, Promise<unknown>>();

  constructor(handlers: PermissionHandlers, contents: WebContents) {
    this.#handlers = handlers;
    this.#contents = contents;
  }

  /** Once for each origin; one that is no origin, such as `null`, has nothing to be granted. */
  async settle(origin: string): Promise<void> {
    if (!origin.includes('://')) return;
    const settled = this.#origins.get(origin) ?? Promise.all(permissions.map((pair) => this.#tell(origin, pair)));
    this.#origins.set(origin, settled);
    await settled;
  }

  async #tell(origin: string, [permission, name]: readonly [Permission, string]): Promise<void> {
    const isAllowed = await isGranted(this.#handlers, this.#contents, permission, origin);
    // A permission that this Chromium does not know cannot be had by a page either.
    await theBrowser().cdp.tell('Browser.setPermission', {
      permission: { name },
      setting: isAllowed ? 'granted' : 'denied',
      origin: toPageUrl(`${origin}/`).slice(0, -1),
    });
  }
}

async function isGranted(
  { request, check }: PermissionHandlers,
  contents: WebContents,
  permission: Permission,
  origin: string,
): Promise<boolean> {
  const details = { isMainFrame: true, requestingUrl: `${origin}/` };
  if (check !== null && !check(contents, permission as Parameters<CheckHandler>[1], origin, details)) return false;
  if (request === null) return true;
  return new Promise((resolve) => request(contents, permission, resolve, details));
}
