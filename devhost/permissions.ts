/**
 * What a page may do, as the session's handlers say. Chromium is told in advance, once for each origin shown: the
 * handlers are asked about every permission then, and not at the moment a page asks for one.
 */
import type { Session, WebContents } from 'electron';
import type { CdpSession } from './cdp.ts';
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

/** Tells Chromium what the handlers say of an origin. Without handlers everything is granted, as in Electron. */
export async function settlePermissions(
  browser: CdpSession,
  handlers: PermissionHandlers,
  contents: WebContents,
  origin: string,
): Promise<void> {
  await Promise.all(
    permissions.map(async ([permission, name]) => {
      const setting = (await isGranted(handlers, contents, permission, origin)) ? 'granted' : 'denied';
      // A permission that this Chromium does not know cannot be had by a page either.
      await browser.tell('Browser.setPermission', {
        permission: { name },
        setting,
        origin: toPageUrl(`${origin}/`).slice(0, -1),
      });
    }),
  );
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
