/**
 * Components whose code is not part of the page's first load. It is loaded once the page has nothing else to do, so that
 * nobody waits for it, or at once where one is shown before. Where it cannot be loaded the boundary around says so, and the
 * next drawing tries again.
 */
import { type ComponentType, createElement, type ReactNode, Suspense, use, useEffect, useState } from 'react';

export type Later<P extends object> = ((props: P) => ReactNode) & {
  /** Loads it if that can be done; never rejects. */
  readonly prefetch: () => Promise<void>;
  readonly isLoaded: () => boolean;
};

/** Code that could not be loaded. A boundary that catches it calls `forget`, and what it draws next asks again. */
export class NotLoaded extends Error {
  override readonly name = 'NotLoaded';
  readonly forget: () => void;

  constructor(cause: unknown, forget: () => void) {
    super('A part of the page could not be loaded', { cause });
    this.forget = forget;
  }
}

/** Suspends only where it is shown before it is loaded. */
export function later<P extends object>(fetch: () => Promise<ComponentType<P>>): Later<P> {
  let loaded: ComponentType<P> | null = null;
  // One that failed stays: a drawing that is taken up again must come to the same end.
  let loading: Promise<ComponentType<P>> | null = null;
  const forget = () => {
    loading = null;
  };
  const load = () => {
    loading ??= fetch().then(
      (component) => {
        loaded = component;
        return component;
      },
      (cause: unknown) => {
        throw new NotLoaded(cause, forget);
      },
    );
    return loading;
  };
  const Shown = (props: P) => createElement(loaded ?? use(load()), props);
  return Object.assign(Shown, {
    prefetch: () => load().then(() => undefined, forget),
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
    if (!isLoaded && !props.opened) return null;
    return <Suspense fallback={null}>{createElement(Shown, props)}</Suspense>;
  };
}

/** Calls once the page has nothing else to do. Returns the function that takes it back. */
export function whenIdle(onIdle: () => void): () => void {
  const asked = requestIdleCallback(onIdle);
  return () => cancelIdleCallback(asked);
}
