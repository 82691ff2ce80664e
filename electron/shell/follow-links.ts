/**
 * Brings the app to the front when it is started again or a `rolodesk:` link is followed, and tells the page whom
 * the link names. A link that comes before the page listens is told when it does.
 */
import { type App, BrowserWindow } from 'electron';
import type { UserId } from '../../contract/ids.ts';
import type { Announce } from '../announce.ts';
import type { CaughtLinks } from './catch-links.ts';
import { userOfArguments } from './deep-link.ts';

export type FollowLinksNeeds = {
  readonly app: App;
  readonly links: CaughtLinks;
  /** Opens a window; used where none is open. */
  readonly open: () => BrowserWindow;
  readonly announce: Announce;
};

/** Called just before the first window is opened, which is told of the links that came until then. */
export function followLinks({ app, links, open, announce }: FollowLinksNeeds): void {
  const show = (id: UserId | null) => {
    const known = BrowserWindow.getAllWindows()[0];
    const window = known ?? open();
    if (window.isMinimized()) window.restore();
    window.focus();
    if (id === null) return;
    if (known !== undefined && !known.webContents.isLoading()) announce('person.wanted', { id });
    else window.webContents.once('did-finish-load', () => announce('person.wanted', { id }));
  };
  const argument = userOfArguments(process.argv.slice(1));
  const atStart = [...(argument === null ? [] : [argument]), ...links.handOver(show)];
  app.on('activate', () => show(null));
  if (atStart.length === 0) return;
  app.once('browser-window-created', (_event, window) => {
    window.webContents.once('did-finish-load', () => {
      for (const id of atStart) announce('person.wanted', { id });
    });
  });
}
