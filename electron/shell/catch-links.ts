/**
 * Hears of links from the moment the app runs: macOS tells of the one that started it before it is ready, and a
 * second start can come while the first is still opening. What comes before there is a window waits for one.
 */
import type { App } from 'electron';
import type { UserId } from '../../contract/ids.ts';
import { userOfArguments, userOfLink } from './deep-link.ts';

/** `null`: the app was only asked to come to the front. */
export type FollowLink = (id: UserId | null) => void;

export type CaughtLinks = {
  /** Hands over whom the links named so far, in the order they came; from now on each goes to `follow`. */
  readonly handOver: (follow: FollowLink) => readonly UserId[];
};

/** Called before the app is ready. */
export function catchLinks(app: Pick<App, 'on'>): CaughtLinks {
  const waiting: UserId[] = [];
  let follow: FollowLink = (id) => {
    if (id !== null) waiting.push(id);
  };
  app.on('second-instance', (_event, args) => follow(userOfArguments(args)));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    follow(userOfLink(url));
  });
  return {
    handOver: (next) => {
      follow = next;
      return waiting.splice(0);
    },
  };
}
