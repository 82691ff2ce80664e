/** The page's own script: unlike a test's `evaluate`, it is under the page's content security policy. */

globalThis.pageSecret = 'page';

function attemptEval() {
  try {
    return new Function('return "ran"')();
  } catch (error) {
    return error.name;
  }
}

globalThis.atStart = {
  bridge: typeof globalThis.bridge,
  require: typeof globalThis.require,
  process: typeof globalThis.process,
  preloadSecret: typeof globalThis.preloadSecret,
  eval: attemptEval(),
};

/** What a test may try. A policy on `eval` cannot be tried this way: Playwright's `evaluate` lifts it. */
globalThis.tries = {
  /** Each says whether it succeeded. */
  assign: () => [
    Reflect.set(globalThis, 'bridge', {}),
    Reflect.set(bridge, 'version', 2),
    Reflect.set(bridge.nested.list[1], 'deep', false),
    Reflect.set(bridge, 'added', 1),
    Reflect.deleteProperty(globalThis, 'bridge'),
    Reflect.deleteProperty(bridge.nested, 'list'),
  ],
  fetch: async (url) => {
    try {
      return (await fetch(url)).status;
    } catch (error) {
      return error.name;
    }
  },
  image: (url) =>
    new Promise((resolve) => {
      const image = new Image();
      image.onload = () => resolve('loaded');
      image.onerror = () => resolve('failed');
      image.src = url;
    }),
  frame: (url) => {
    const frame = document.createElement('iframe');
    frame.src = url;
    document.body.append(frame);
  },
  open: (url) => globalThis.open(url),
  navigate: (url) => {
    location.href = url;
  },
};
