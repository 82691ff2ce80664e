/** Composes the two scripts that go into each page before its own: one for its world, one for the preload's. */
import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { bridgeEnd } from './in-page/bridge-end.ts';
import { cloneCodec } from './in-page/clone-codec.ts';
import { prepareIsolatedWorld } from './in-page/isolated-world.ts';
import { prepareMainWorld } from './in-page/main-world.ts';

export const isolatedWorldName = 'devhost preload';
/** The binding through which the isolated world, and no other, reaches the host. */
export const bindingName = '__devhostPost';
/** What takes the host's messages there. */
export const deliverName = '__devhostDeliver';

/** The preload runs in top frames only, and not in the blank page that a window starts with. */
const isOwnFrame = "window === window.top && location.href !== 'about:blank' && location.protocol !== 'data:'";

export function mainWorldScript(secret: string): string {
  return `if (${isOwnFrame}) {
    (${prepareMainWorld})((${bridgeEnd})(${JSON.stringify(secret)}, 'page'));
  } else {
    Object.defineProperty(window, 'open', { value: () => null, writable: true, enumerable: true, configurable: true });
  }`;
}

/** `preloadFile`: a CommonJS file, or null. Throws where it cannot be read. */
export function isolatedWorldScript(secret: string, preloadFile: string | null): string {
  const { platform, arch, versions } = process;
  const preload =
    preloadFile === null ? 'null' : `function (${parameters.join(', ')}) {${readFileSync(preloadFile, 'utf8')}\n}`;
  return `if (${isOwnFrame}) {
    const post = globalThis.${bindingName};
    Object.defineProperty(globalThis, '${deliverName}', {
      value: (${prepareIsolatedWorld})({
        end: (${bridgeEnd})(${JSON.stringify(secret)}, 'preload'),
        codec: (${cloneCodec})(),
        post: (message) => post(message),
        process: ${JSON.stringify({ platform, arch, versions })},
        preload: ${preload},
      }),
    });
    delete globalThis.${bindingName};
  }
  //# sourceURL=${preloadFile ?? 'devhost:preload'}`;
}

const parameters = ['require', 'module', 'exports', 'process', 'global'];

/** The file, or null where there is none or it cannot be read or compiled; then `refuse` is told, in a later turn. */
export function usablePreload(file: string | null, refuse: (error: Error) => void): string | null {
  if (file === null) return null;
  try {
    compileFunction(readFileSync(file, 'utf8'), parameters);
    return file;
  } catch (error) {
    queueMicrotask(() => refuse(error instanceof Error ? error : new Error(String(error))));
    return null;
  }
}
