/** The window comes back where it was left, and never where no display shows it. */
import { EventEmitter } from 'node:events';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  keepWindowPlace,
  placeOn,
  readWindowPlace,
  type WindowPlace,
  writeWindowPlace,
} from '../../../electron/shell/window-place.ts';
import { createFakeClock } from '../fake-clock.ts';
import { expectMode } from '../systems.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const least = { width: 800, height: 560 };
const left = { x: 0, y: 25, width: 1440, height: 875 };
const right = { x: 1440, y: 0, width: 1920, height: 1080 };
const place = (bounds: Partial<WindowPlace>): WindowPlace => ({
  ...{ x: 100, y: 100, width: 1000, height: 700, isMaximized: false },
  ...bounds,
});

let folder = '';
let file = '';
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'window.json');
});

describe('a kept place', () => {
  it('is given back as it was', () => {
    const kept = place({ x: -1500, isMaximized: true });
    writeWindowPlace(file, kept);
    expect(readWindowPlace(file)).toEqual(kept);
    expect(readdirSync(folder)).toEqual(['window.json']);
    expectMode(file, 0o600);
  });

  it.skipIf(process.platform !== 'linux')('stays as it was on a full disk, with nothing unfinished beside it', () => {
    writeWindowPlace(file, place({}));
    // Whatever is written to it, there is no room.
    symlinkSync('/dev/full', `${file}.new`);
    writeWindowPlace(file, place({ width: 1200 }));
    expect(readWindowPlace(file)).toEqual(place({}));
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  it.each([
    ['nothing', ''],
    ['half of it', '{"x":1,"y":2,"wid'],
    ['no numbers', '{"x":"1","y":2,"width":900,"height":600,"isMaximized":false}'],
    ['no size', '{"x":1,"y":2,"width":0,"height":600,"isMaximized":false}'],
    ['beyond all screens', '{"x":1e300,"y":2,"width":900,"height":600,"isMaximized":false}'],
    ['fractions', '{"x":1.5,"y":2,"width":900,"height":600,"isMaximized":false}'],
    ['a list', '[]'],
    ['null', 'null'],
  ])('counts as not there when the file holds %s', (_what, text) => {
    writeFileSync(file, text);
    expect(readWindowPlace(file)).toBeNull();
  });

  it('counts as not there without a file, and is not missed where it cannot be written', () => {
    expect(readWindowPlace(join(folder, 'none.json'))).toBeNull();
    const blocked = join(file, 'window.json');
    writeFileSync(file, 'a file where a folder should be');
    expect(() => writeWindowPlace(blocked, place({}))).not.toThrow();
  });
});

describe('on the displays of today', () => {
  it('a place that is seen whole stays', () => {
    expect(placeOn([left, right], place({}), least)).toEqual(place({}));
    expect(placeOn([left, right], place({ x: 1800, isMaximized: true }), least)).toMatchObject({
      x: 1800,
      isMaximized: true,
    });
  });

  it('one that sticks out is moved onto the display that shows the most of it', () => {
    expect(placeOn([left, right], place({ x: 1200, y: 900 }), least)).toMatchObject({ x: 1440, y: 380 });
    expect(placeOn([left, right], place({ x: -300, y: -50 }), least)).toMatchObject({ x: 0, y: 25 });
  });

  it('one that is larger than its display is made to fit, but no smaller than the least', () => {
    const large = place({ x: 10, y: 10, width: 3000, height: 2000 });
    expect(placeOn([left], large, least)).toEqual(place({ x: 0, y: 25, width: 1440, height: 875 }));
    const tiny = { x: 0, y: 0, width: 640, height: 480 };
    expect(placeOn([tiny], large, least)).toEqual(place({ x: 0, y: 0, ...least }));
    expect(placeOn([left], place({ width: 10, height: 10 }), least)).toMatchObject(least);
  });

  it('one on a display that has gone keeps its size, and the system places it', () => {
    const opening = placeOn([left], place({ x: 1500, isMaximized: true }), least);
    expect(opening).toEqual({ width: 1000, height: 700, isMaximized: true });
    expect(placeOn([], place({}), least)).toEqual({ ...least, isMaximized: false });
  });
});

describe('keeping', () => {
  class Window extends EventEmitter {
    bounds = { x: 1, y: 2, width: 900, height: 600 };
    state = 'normal';
    readonly getNormalBounds = () => this.bounds;
    readonly isMaximized = () => this.state === 'maximized';
    readonly isMinimized = () => this.state === 'minimized';
    readonly isFullScreen = () => this.state === 'fullscreen';
  }
  const kept = (window: Window, clock = createFakeClock()) =>
    keepWindowPlace(window as unknown as BrowserWindow, file, clock);
  const onDisk = (): unknown => JSON.parse(readFileSync(file, 'utf8'));

  it('waits until the window rests', async () => {
    const clock = createFakeClock();
    const window = new Window();
    kept(window, clock);
    for (const event of ['move', 'resize', 'move']) {
      window.emit(event);
      await clock.pass(400);
      expect(existsSync(file)).toBe(false);
    }
    await clock.pass(200);
    expect(onDisk()).toEqual({ ...window.bounds, isMaximized: false });
  });

  it('does not wait when the window closes, and asks nothing of one that has gone', () => {
    const clock = createFakeClock();
    const window = new Window();
    kept(window, clock);
    window.emit('resize');
    window.emit('close');
    expect(onDisk()).toEqual({ ...window.bounds, isMaximized: false });
    window.emit('move');
    window.emit('closed');
    expect(clock.sleepers()).toBe(0);
  });

  it.each(['minimized', 'fullscreen'])('remembers what a window goes back to that is %s', (state) => {
    const window = new Window();
    kept(window);
    window.state = 'maximized';
    window.emit('close');
    expect(onDisk()).toMatchObject({ isMaximized: true });
    window.state = state;
    window.emit('close');
    expect(onDisk()).toMatchObject({ isMaximized: true });
    window.state = 'normal';
    window.emit('close');
    expect(onDisk()).toMatchObject({ isMaximized: false });
  });
});
