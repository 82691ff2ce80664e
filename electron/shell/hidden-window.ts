/** The window that draws what is saved as a PDF or printed: within the walls of the page and with less, neither a preload nor scripts. */
import { BrowserWindow, type Session, session } from 'electron';
import type { Clock } from '../clock.ts';
import { createDrawingPages } from './drawing-pages.ts';
import { pageScheme } from './page-files.ts';
import { walledPreferences, wallSession } from './page-walls.ts';
import { createPaper, type Paper } from './paper.ts';

/** Called once. The session is of its own, in memory: the page's files and pictures are not served in it. */
export function createSystemPaper(clock: Pick<Clock, 'sleep'>): Paper {
  const drawings = session.fromPartition('drawing');
  const pages = createDrawingPages();
  wallSession(drawings);
  drawings.protocol.handle(pageScheme, pages.answer);
  return createPaper({ open: () => openHidden(drawings), pages, clock });
}

function openHidden(of: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    width: 800,
    height: 600,
    title: 'Rolodesk',
    webPreferences: { ...walledPreferences, session: of, javascript: false, devTools: false },
  });
}
