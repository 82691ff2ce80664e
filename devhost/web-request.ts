/** `webRequest.onBeforeRequest` of a session: the filter that every request of its pages passes. */
import type { CallbackResponse, OnBeforeRequestListenerDetails, WebRequest, WebRequestFilter } from 'electron';
import { guard } from './not-implemented.ts';

type Listener = (details: OnBeforeRequestListenerDetails, callback: (response: CallbackResponse) => void) => void;

export type HostWebRequest = {
  /** What the app sees as `session.webRequest`. */
  readonly members: Pick<WebRequest, 'onBeforeRequest'>;
  /** What the app's listener says of a request; without one everything passes. */
  readonly ask: (details: OnBeforeRequestListenerDetails) => Promise<CallbackResponse>;
};

export function createWebRequest(): HostWebRequest {
  let listener: Listener | null = null;
  let matches: (url: string) => boolean = () => true;

  const members = {
    onBeforeRequest: (filterOrListener: WebRequestFilter | Listener | null, given?: Listener | null) => {
      if (filterOrListener === null || typeof filterOrListener === 'function') {
        listener = filterOrListener;
        matches = () => true;
        return;
      }
      listener = given ?? null;
      const patterns = filterOrListener.urls.map(patternOf);
      matches = (url) => patterns.some((pattern) => pattern.test(url));
    },
  } satisfies Pick<WebRequest, 'onBeforeRequest'>;

  return {
    members: guard(members, 'webRequest'),
    ask: (details) =>
      new Promise((resolve) => {
        if (listener === null || !matches(details.url)) resolve({});
        else listener(details, resolve);
      }),
  };
}

/** Match patterns as of browser extensions, of which `*` and `<all_urls>` are enough here. */
function patternOf(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
}
