/**
 * Brings the app to the front when it is started again or a `rolodesk:` link is followed, and tells the page what
 * the link leads to. A link that comes before the page listens is told when it does.
 */
import type { App, BrowserWindow } from 'electron';
import type { LinkedPage } from '../../contract/shown-page.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { canHear } from './can-hear.ts';
import type { CaughtLinks } from './catch-links.ts';
import { pageOfArguments } from './deep-link.ts';
import { createNewestLink } from './newest-link.ts';
import type { PageWindows } from './page-windows.ts';
import type { WantedPage } from './wanted-page.ts';

export type FollowLinksNeeds = {
  readonly app: App;
  readonly links: CaughtLinks;
  readonly windows: PageWindows;
  /** Opens a window; used where none is open. */
  readonly open: () => BrowserWindow;
  readonly wanted: WantedPage;
  readonly clock: Clock;
  readonly log: Log;
};

/** Called just before the first window is opened, which is told of the links that came until then. */
export function followLinks({ app, links, windows, open, wanted, clock, log }: FollowLinksNeeds): void {
  const follow = createNewestLink<LinkedPage>(
    (page) => tell(page),
    clock,
    (error) => log.defect('link', error),
  );
  function tell(page: LinkedPage) {
    const window = windows.all()[0];
    wanted.tell(page, window !== undefined && canHear(window.webContents));
  }
  windows.onOpened(({ webContents }) => {
    webContents.on('render-process-gone', wanted.lost);
    webContents.on('did-finish-load', wanted.loaded);
  });
  const show = (page: LinkedPage | null) => {
    if (page !== null) follow(page);
    const window = windows.all()[0] ?? open();
    if (window.isMinimized()) window.restore();
    window.focus();
  };
  const argument = pageOfArguments(process.argv.slice(1));
  for (const page of [...(argument === null ? [] : [argument]), ...links.handOver(show)]) follow(page);
  app.on('activate', () => show(null));
}
