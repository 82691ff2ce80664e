/**
 * Components whose code is not part of the page's first load. It is loaded once the page has nothing else to do, so that
 * nobody waits for it, or at once where one is shown before. Where it cannot be loaded the boundary around says so, and the
 * next drawing tries again.
 */
import { type ComponentType, createElement, type ReactNode, useEffect, useState } from 'react';

export type Later<P extends object> = ((props: P) => ReactNode) & {
  /** Loads it if that can be done; never rejects. */
  readonly prefetch: () => Promise<void>;
  readonly isLoaded: () => boolean;
};

/** Code that could not be loaded. */
export class NotLoaded extends Error {
  override readonly name = 'NotLoaded';
}

/**
 * Draws `waiting` only where it is shown before it is loaded. Not by way of Suspense, which would keep what is waited for off
 * the screen for up to 300 ms although it is there.
 */
export function later<P extends object>(fetch: () => Promise<ComponentType<P>>, waiting: ReactNode = null): Later<P> {
  let loaded: ComponentType<P> | null = null;
  let failed: NotLoaded | null = null;
  let loading: Promise<void> | null = null;
  const load = () => {
    loading ??= fetch().then(
      (component) => {
        loaded = component;
      },
      (cause: unknown) => {
        failed = new NotLoaded('A part of the page could not be loaded', { cause });
        loading = null;
      },
    );
    return loading;
  };
  const Shown = (props: P) => {
    const [, setEnded] = useState(() => {
      // What failed before this is shown, be it ahead of time or behind a boundary that was left, is tried again.
      failed = null;
      return false;
    });
    useEffect(() => {
      let isGone = false;
      void load().then(() => {
        if (!isGone) setEnded(true);
      });
      return () => {
        isGone = true;
      };
    }, []);
    if (loaded !== null) return createElement(loaded, props);
    if (failed !== null) throw failed;
    return waiting;
  };
  return Object.assign(Shown, {
    prefetch: load,
    isLoaded: () => loaded !== null,
  });
}

/** Something that opens over the page, such as a dialog: drawn from the moment at which it is loaded, open or not. */
export function laterOpened<P extends { readonly opened: boolean }>(
  fetch: () => Promise<ComponentType<P>>,
): (props: P) => ReactNode {
  const Shown = later(fetch);
  return function LaterOpened(props: P) {
    const [isLoaded, setIsLoaded] = useState(Shown.isLoaded);
    useEffect(() => {
      if (isLoaded) return;
      return whenIdle(() => void Shown.prefetch().then(() => setIsLoaded(Shown.isLoaded())));
    }, [isLoaded]);
    return isLoaded || props.opened ? createElement(Shown, props) : null;
  };
}

/** Calls once the page has nothing else to do. Returns the function that takes it back. */
export function whenIdle(onIdle: () => void): () => void {
  const asked = requestIdleCallback(onIdle);
  return () => cancelIdleCallback(asked);
}
