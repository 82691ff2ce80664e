/**
 * Addresses of custom schemes. Chromium started from outside knows no custom scheme, so `app://bundle/x` is shown as
 * `https://bundle.app.localhost/x`: an origin of its own and a secure context, whose requests are all answered
 * before they reach the network. Nothing in the main process ever sees the second form.
 */
import type { CustomScheme } from 'electron';
import { notImplemented } from './not-implemented.ts';

const schemes = new Set<string>();

/** As `protocol.registerSchemesAsPrivileged`: every scheme shown in a page must be standard and secure. */
export function registerSchemes(customSchemes: readonly CustomScheme[]): void {
  for (const { scheme, privileges } of customSchemes) {
    if (privileges?.standard !== true || privileges.secure !== true) {
      notImplemented(`a scheme that is not both standard and secure (${scheme})`);
    }
    schemes.add(scheme);
  }
}

/** What the page is told to load for what the app says. */
export function toPageUrl(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/is.exec(url);
  const [, scheme = '', host = '', rest = ''] = parts ?? [];
  return schemes.has(scheme) ? `https://${host}.${scheme}.localhost${rest.startsWith('/') ? rest : `/${rest}`}` : url;
}

/** What the app is told for what the page says. */
export function toAppUrl(url: string): string {
  const parts = /^https:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.localhost(\/.*)?$/is.exec(url);
  const [, host = '', scheme = '', rest = '/'] = parts ?? [];
  return schemes.has(scheme) ? `${scheme}://${host}${rest}` : url;
}

/** The scheme's name where the app's own form of a URL has a custom one, else null. */
export function customSchemeOf(url: string): string | null {
  const scheme = url.slice(0, url.indexOf(':'));
  return schemes.has(scheme) ? scheme : null;
}

/** `app://bundle` for `app://bundle/x`; what `URL.origin` says of all others. */
export function originOf(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return 'null';
  return customSchemeOf(url) === null ? parsed.origin : `${parsed.protocol}//${parsed.host}`;
}
