/**
 * What a stranger's script would try, were it to run in the page: each attack by name, with what should stop it.
 * The whole function is put into a page as a script of its own, so that nothing here may use what is outside of it.
 */
import type { Bridge } from '../../contract/bridge.ts';

/** What became of an attack: whether it went through as far as the page can tell, and which directives objected. */
export type AttackReport = { readonly outcome: string; readonly directives: readonly string[] };

/** `objection`: whether one is expected, and so to be waited for. */
export type AttackRunner = (name: string, target: string, objection: boolean) => Promise<AttackReport>;

declare global {
  interface Window {
    readonly rolodesk: Bridge;
    attack: AttackRunner;
    attackNames: readonly string[];
    /** What of the attackers' code has run that should not have. */
    executed: string[];
  }
}

export function installAttacks(): void {
  type Attack = (to: string) => unknown;
  const add = <K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes: Record<string, string>,
    parent: Element = document.body,
  ): HTMLElementTagNameMap[K] => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    return element;
  };
  /** Adds an element that loads something, and tells whether it could. */
  const load = (tag: keyof HTMLElementTagNameMap, attributes: Record<string, string>, parent?: Element) =>
    new Promise<string>((resolve) => {
      const element = document.createElement(tag);
      element.addEventListener('load', () => resolve('loaded'));
      element.addEventListener('error', () => resolve('refused'));
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      (parent ?? document.body).append(element);
    });
  const told = (target: EventTarget, good: string, bad: string) =>
    new Promise<string>((resolve) => {
      target.addEventListener(good, () => resolve('loaded'));
      target.addEventListener(bad, () => resolve('refused'));
    });
  const blobOf = (text: string, type: string) => URL.createObjectURL(new Blob([text], { type }));
  const mark = (name: string) => `window.top.executed.push('${name}')`;
  const click = (element: HTMLElement) => element.click();

  const attacks: Record<string, Attack> = {
    // Reaching out.
    fetch: (to) => fetch(to),
    'fetch-no-cors': (to) => fetch(to, { mode: 'no-cors', method: 'POST', body: 'stolen', keepalive: true }),
    xhr: (to) => {
      const request = new XMLHttpRequest();
      request.open('GET', to);
      const end = told(request, 'load', 'error');
      request.send();
      return end;
    },
    websocket: (to) => told(new WebSocket(to.replace('http', 'ws')), 'open', 'error'),
    'event-source': (to) => told(new EventSource(to), 'open', 'error'),
    beacon: (to) => (navigator.sendBeacon(to, 'stolen') ? 'queued' : 'refused'),
    image: (to) => load('img', { src: to }),
    srcset: (to) => load('img', { srcset: `${to} 2x, ${to} 1x` }),
    picture: (to) => {
      const picture = add('picture', {});
      add('source', { srcset: to }, picture);
      return load('img', { src: to }, picture);
    },
    'css-background': (to) => {
      add('p', {}).style.backgroundImage = `url("${to}")`;
      return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    'css-sheet': (to) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`p { background-image: url("${to}"); list-style: url("${to}") } `);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      add('p', {});
      return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    'svg-image': (to) => {
      const space = 'http://www.w3.org/2000/svg';
      const svg = document.createElementNS(space, 'svg');
      const image = document.createElementNS(space, 'image');
      image.setAttribute('href', to);
      svg.append(image);
      document.body.append(svg);
      return told(image, 'load', 'error');
    },
    font: (to) => new FontFace('stolen', `url("${to}")`).load(),
    stylesheet: (to) => load('link', { rel: 'stylesheet', href: to }),
    icon: (to) => void add('link', { rel: 'icon', href: to }, document.head),
    prefetch: (to) => load('link', { rel: 'prefetch', href: to }),
    preload: (to) => load('link', { rel: 'preload', as: 'image', href: to }),
    manifest: (to) => void add('link', { rel: 'manifest', href: to }, document.head),
    video: (to) => told(add('video', { src: to, preload: 'auto' }), 'loadeddata', 'error'),
    object: (to) => load('object', { data: to, type: 'text/html' }),
    embed: (to) => void add('embed', { src: to, type: 'text/html' }),
    ping: (to) => click(add('a', { ping: to, href: '#' })),
    'web-transport': (to) => new WebTransport(to.replace('http:', 'https:')).ready,
    rtc: async (to) => {
      const { hostname, port } = new URL(to);
      const peer = new RTCPeerConnection({
        iceServers: [{ urls: `stun:${hostname}:${port}` }],
      });
      peer.createDataChannel('stolen');
      const gathered = new Promise((resolve) => {
        peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve('gathered');
      });
      await peer.setLocalDescription(await peer.createOffer());
      return gathered;
    },
    preconnect: (to) => void add('link', { rel: 'preconnect', href: to }, document.head),
    worker: () => told(new Worker(blobOf(mark('worker'), 'text/javascript')), 'message', 'error'),
    'shared-worker': () => told(new SharedWorker(blobOf(mark('shared-worker'), 'text/javascript')), 'message', 'error'),
    'service-worker': () => navigator.serviceWorker.register('/attack.js'),
    'import-remote': (to) => import(to),
    'import-data': () => import(`data:text/javascript,${mark('import-data')}`),
    'import-blob': () => import(blobOf(mark('import-blob'), 'text/javascript')),

    // Running what is not a file of the app.
    // biome-ignore lint/security/noGlobalEval: it is the attack
    eval: () => globalThis.eval(mark('eval')),
    function: () => new Function(mark('function'))(),
    'string-timeout': () => setTimeout(mark('string-timeout') as never, 0),
    'inline-script': () => {
      const script = document.createElement('script');
      script.append(mark('inline-script'));
      document.body.append(script);
    },
    'remote-script': (to) => {
      add('script', {}).src = to;
    },
    'inline-handler': () => click(add('button', { onclick: mark('inline-handler') })),
    'error-handler': () => load('img', { src: '/nothing.png', onerror: mark('error-handler') }),
    'script-link': () => click(add('a', { href: `javascript:${mark('script-link')}` })),
    'script-location': () => {
      location.href = `javascript:${mark('script-location')}`;
    },
    'inner-html': () => {
      add('div', {}).innerHTML = `<img src="/nothing.png" onerror="${mark('inner-html')}">`;
    },
    'document-write': () => document.write(`<script>${mark('document-write')}</script>`),
    'trusted-types-policy': () => {
      const types = (globalThis as unknown as { trustedTypes: { createPolicy: (...all: unknown[]) => unknown } })
        .trustedTypes;
      return types.createPolicy('default', { createHTML: (text: string) => text });
    },
    'web-assembly': () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
    'style-element': () => {
      const target = add('p', { id: 'styled' });
      add('style', {}).append('#styled { color: rgb(1, 2, 3) !important }');
      return getComputedStyle(target).color === 'rgb(1, 2, 3)' ? 'styled' : 'refused';
    },
    'style-attribute': () =>
      getComputedStyle(add('p', { style: 'color: rgb(1, 2, 3)' })).color === 'rgb(1, 2, 3)' ? 'styled' : 'refused',

    // Frames.
    'frame-remote': (to) => void add('iframe', { src: to }),
    'frame-own': () => void add('iframe', { src: '/index.html' }),
    'frame-srcdoc': () => {
      add('iframe', {}).srcdoc = `<script>${mark('frame-srcdoc')}</script>`;
    },
    'frame-data': () => void add('iframe', { src: `data:text/html,<script>${mark('frame-data')}</script>` }),
    'frame-blob': () => void add('iframe', { src: blobOf(`<script>${mark('frame-blob')}</script>`, 'text/html') }),
    'frame-script': () => void add('iframe', { src: `javascript:${mark('frame-script')}` }),
    webview: (to) => void add('webview' as 'div', { src: to }),

    // Leaving.
    location: (to) => {
      location.href = to;
    },
    'location-replace': (to) => location.replace(to),
    'location-data': () => {
      location.href = `data:text/html,<script>${mark('location-data')}</script>`;
    },
    'location-blob': () => {
      location.href = blobOf(`<script>opener.executed.push('location-blob')</script>`, 'text/html');
    },
    'location-file': () => {
      location.href = 'file:///etc/passwd';
    },
    'location-other-app': () => {
      location.href = 'app://other/index.html';
    },
    'navigation-api': async (to) => {
      const { navigation } = globalThis as unknown as {
        navigation: { navigate: (to: string) => { committed: Promise<unknown> } };
      };
      await navigation.navigate(to).committed;
    },
    link: (to) => click(add('a', { href: to })),
    'link-blank': (to) => click(add('a', { href: to, target: '_blank' })),
    'link-top': (to) => click(add('a', { href: to, target: '_top', rel: 'opener' })),
    'link-download': (to) => click(add('a', { href: to, download: 'stolen.txt' })),
    'blob-download': () => click(add('a', { href: blobOf('stolen', 'text/plain'), download: 'stolen.txt' })),
    'form-get': (to) => add('form', { action: to }).submit(),
    'form-post': (to) => {
      const form = add('form', { action: to, method: 'post' });
      add('input', { name: 'stolen', value: '1' }, form);
      form.submit();
    },
    'form-button': (to) => click(add('button', { formaction: to }, add('form', {}))),
    'meta-refresh': (to) => void add('meta', { 'http-equiv': 'refresh', content: `0;url=${to}` }, document.head),
    base: (to) => {
      add('base', { href: to }, document.head);
      return document.baseURI === to ? 'moved' : 'refused';
    },
    'push-state': (to) => history.pushState(null, '', to),
    open: (to) => (window.open(to) === null ? 'refused' : 'opened'),
    'open-blank': () => (window.open('about:blank') === null ? 'refused' : 'opened'),
    'open-own': () => (window.open('/index.html') === null ? 'refused' : 'opened'),
    'open-script': () => (window.open(`javascript:${mark('open-script')}`) === null ? 'refused' : 'opened'),

    // Asking.
    notification: async () => ((await Notification.requestPermission()) === 'granted' ? 'granted' : 'refused'),
    geolocation: () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    'clipboard-read': () => navigator.clipboard.readText(),
    camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
    microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
    screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
    midi: () => navigator.requestMIDIAccess({ sysex: true }),
  };

  /** For those that end without a word, such as a click: long enough for an error to have come. */
  const patienceMs = 1500;
  window.executed = [];
  window.attackNames = Object.keys(attacks);
  window.attack = async (name, target, objection) => {
    const directives: string[] = [];
    const objected = Promise.withResolvers<void>();
    const onViolation = (event: SecurityPolicyViolationEvent) => {
      directives.push(event.effectiveDirective);
      objected.resolve();
    };
    document.addEventListener('securitypolicyviolation', onViolation);
    const outcome = await new Promise<string>((resolve) => {
      setTimeout(() => resolve('silence'), patienceMs);
      // Out of the task in which a test called: there the test's own rights to evaluate would still hold.
      setTimeout(async () => {
        try {
          const said = await attacks[name]?.(target);
          resolve(typeof said === 'string' ? said : 'done');
        } catch (error) {
          resolve(`threw ${error instanceof Error || error instanceof DOMException ? error.name : 'something'}`);
        }
      }, 0);
    });
    // Objections come in tasks of their own, those of the browser's process last.
    const end = new Promise((resolve) => setTimeout(resolve, objection ? patienceMs : 20));
    await Promise.race([objected.promise, end]);
    document.removeEventListener('securitypolicyviolation', onViolation);
    return { outcome, directives: [...new Set(directives)] };
  };
}
