/**
 * Hears of links from the moment the app runs: macOS tells of the one that started it before it is ready, and a
 * second start can come while the first is still opening. What comes before there is a window waits for one.
 */
import type { App } from 'electron';
import type { LinkedPage } from '../../contract/shown-page.ts';
import { pageOfArguments, pageOfLink } from './deep-link.ts';

/** `null`: the app was only asked to come to the front. */
export type FollowLink = (page: LinkedPage | null) => void;

export type CaughtLinks = {
  /** Hands over what the links led to so far, in the order they came; from now on each goes to `follow`. */
  readonly handOver: (follow: FollowLink) => readonly LinkedPage[];
};

/** Called before the app is ready. */
export function catchLinks(app: Pick<App, 'on'>): CaughtLinks {
  const waiting: LinkedPage[] = [];
  let follow: FollowLink = (page) => {
    if (page !== null) waiting.push(page);
  };
  app.on('second-instance', (_event, args) => follow(pageOfArguments(args)));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    follow(pageOfLink(url));
  });
  return {
    handOver: (next) => {
      follow = next;
      return waiting.splice(0);
    },
  };
}
