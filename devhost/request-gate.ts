/**
 * Every request of a page, before it leaves: navigations are put to the app's listeners, all of them to the session's
 * filter, and those of custom schemes are answered by the app's handlers.
 */
import type { CallbackResponse, OnBeforeRequestListenerDetails, WebContents } from 'electron';
import type { CdpSession } from './cdp.ts';
import type { HeaderEntry, PausedRequest } from './cdp-messages.ts';
import { customSchemeOf, toAppUrl, toPageUrl } from './scheme-address.ts';
import type { HostSession } from './session.ts';

export type Navigation = {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly isRedirect: boolean;
};

export type RequestGateNeeds = {
  readonly cdp: CdpSession;
  readonly mainFrameId: string;
  readonly session: HostSession;
  readonly contents: WebContents;
  /** Whether the app lets it happen. */
  readonly mayNavigate: (navigation: Navigation) => boolean;
};

const resourceTypes: Readonly<Record<string, OnBeforeRequestListenerDetails['resourceType']>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
};

let lastRequest = 0;

export async function gateRequests(needs: RequestGateNeeds): Promise<void> {
  needs.cdp.on('Fetch.requestPaused', (paused) => {
    gate(needs, paused).catch((error: unknown) => {
      console.error('devhost: a request could not be answered:', error);
      void needs.cdp.tell('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' });
    });
  });
  await needs.cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function gate(needs: RequestGateNeeds, paused: PausedRequest): Promise<void> {
  const { cdp, session, mayNavigate } = needs;
  const { requestId } = paused;
  const url = toAppUrl(paused.request.url);
  const isMainFrame = paused.frameId === needs.mainFrameId;
  // Electron asks for no icon that the page does not name.
  if (paused.resourceType === 'Other' && url.endsWith('/favicon.ico')) {
    return cdp.tell('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  }

  if (paused.resourceType === 'Document') {
    const navigation = { url, isMainFrame, isRedirect: paused.redirectedRequestId !== undefined };
    // A navigation that is aborted leaves the page where it is.
    if (!mayNavigate(navigation)) return cdp.tell('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  }
  const decision = await session.webRequest.ask(detailsOf(needs, paused, url, isMainFrame));
  if (decision.cancel === true) return cdp.tell('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
  if (decision.redirectURL !== undefined) return redirect(cdp, requestId, decision);

  const scheme = customSchemeOf(url);
  if (scheme === null) return cdp.tell('Fetch.continueRequest', { requestId });
  const handler = session.handlerOf(scheme);
  if (handler === null) return cdp.tell('Fetch.failRequest', { requestId, errorReason: 'NameNotResolved' });
  const response = await handler(requestOf(paused, url));
  await cdp.tell('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status === 0 ? 500 : response.status,
    responseHeaders: headersOf(response),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  });
}

function detailsOf(
  { contents }: RequestGateNeeds,
  { request, resourceType }: PausedRequest,
  url: string,
  isMainFrame: boolean,
): OnBeforeRequestListenerDetails {
  const documentType = isMainFrame ? 'mainFrame' : 'subFrame';
  return {
    id: ++lastRequest,
    url,
    method: request.method,
    webContentsId: contents.id,
    webContents: contents,
    frame: contents.mainFrame,
    resourceType: resourceType === 'Document' ? documentType : (resourceTypes[resourceType] ?? 'other'),
    referrer: toAppUrl(request.headers.Referer ?? ''),
    timestamp: Date.now(),
    uploadData: [],
  };
}

function redirect(cdp: CdpSession, requestId: string, { redirectURL = '' }: CallbackResponse): Promise<void> {
  const responseHeaders = [{ name: 'Location', value: toPageUrl(redirectURL) }];
  return cdp.tell('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders, body: '' });
}

function requestOf({ request }: PausedRequest, url: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    headers.set(name, /^(origin|referer)$/i.test(name) ? toAppUrl(value) : value);
  }
  const parts = (request.postDataEntries ?? []).map(({ bytes = '' }) => Buffer.from(bytes, 'base64'));
  const body = parts.length > 0 && !/^(GET|HEAD)$/.test(request.method) ? Buffer.concat(parts) : null;
  return new Request(url, { method: request.method, headers, body });
}

function headersOf(response: Response): HeaderEntry[] {
  const entries: HeaderEntry[] = [];
  for (const [name, value] of response.headers) {
    entries.push({ name, value: name === 'location' ? toPageUrl(value) : value });
  }
  return entries;
}
