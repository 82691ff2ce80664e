/** Tells the page of what went wrong in the app; what happens while no page can hear it is told when one can. */
import type { AppTrouble } from '../../contract/app-trouble.ts';
import type { Announce } from '../announce.ts';
import { writeTrouble } from '../disk/write-trouble.ts';
import { canHear } from './can-hear.ts';
import type { PageWindows } from './page-windows.ts';

export function createTellTrouble(windows: PageWindows, announce: Announce): (trouble: AppTrouble) => void {
  let waiting: readonly AppTrouble[] = [];
  windows.onOpened(({ webContents }) => {
    webContents.on('did-finish-load', () => {
      for (const trouble of waiting) announce('app.trouble', trouble);
      waiting = [];
    });
  });
  return (trouble) => {
    const isHeard = windows.all().some(({ webContents }) => canHear(webContents));
    if (isHeard) announce('app.trouble', trouble);
    else waiting = [...waiting, trouble];
  };
}

/** Tells where the app cannot write: to its folder, or only to the one of the log. */
export function tellNotWritten(
  tell: (trouble: AppTrouble) => void,
  { folder, logs }: { readonly folder: string; readonly logs: string },
): void {
  for (const [what, path] of [
    ['folder', folder],
    ['log', logs],
  ] as const) {
    const trouble = writeTrouble(path);
    if (trouble === null) continue;
    tell({ kind: 'not-written', what, trouble });
    return;
  }
}
