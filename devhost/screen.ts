/** `screen`: one display of a fixed size, whatever is there. */
import type { Display, Rectangle, Screen } from 'electron';
import { Guarded } from './not-implemented.ts';

export const primaryBounds: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 };

const display = {
  id: 1,
  bounds: primaryBounds,
  workArea: primaryBounds,
  size: { width: primaryBounds.width, height: primaryBounds.height },
  workAreaSize: { width: primaryBounds.width, height: primaryBounds.height },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
} as Display;

type Mirrored = 'getAllDisplays' | 'getDisplayMatching' | 'getDisplayNearestPoint' | 'getPrimaryDisplay';

class HostScreen extends Guarded implements Pick<Screen, Mirrored> {
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed']);
  }
  getAllDisplays(): Display[] {
    return [display];
  }
  getDisplayMatching(): Display {
    return display;
  }
  getDisplayNearestPoint(): Display {
    return display;
  }
  getPrimaryDisplay(): Display {
    return display;
  }
}

export const screen = new HostScreen();
