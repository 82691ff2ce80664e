/** Nothing may seem to work that does not: what the host does not mirror fails by name. */
import { describe, expect, test } from 'vitest';
import { absent, Guarded, guard } from '../../../devhost/not-implemented.ts';
import { checkOptions } from '../../../devhost/window-options.ts';

describe('what is not implemented', () => {
  test('a missing member throws as soon as it is read, be it a method or a value', () => {
    const shell = guard({ beep: () => 'beep' }, 'shell') as unknown as Record<string, () => unknown>;
    expect(shell.beep?.()).toBe('beep');
    expect(() => shell.trashItem).toThrow('devhost: shell.trashItem is not implemented');
    const window = new Guarded('BrowserWindow', []) as unknown as Record<string, unknown>;
    expect(() => window.title).toThrow('devhost: BrowserWindow.title is not implemented');
    expect('title' in window).toBe(false);
  });

  test('a test can put its own function in the place of a missing one', () => {
    const dialog = guard({}, 'dialog') as Record<string, () => unknown>;
    dialog.showOpenDialog = () => 'chosen';
    expect(dialog.showOpenDialog()).toBe('chosen');
  });

  test('a guarded object can be awaited and written to JSON', async () => {
    const guarded = guard({ value: 1 }, 'thing');
    expect(await guarded).toBe(guarded);
    expect(JSON.stringify(guarded)).toBe('{"value":1}');
  });

  test('a missing module throws on any use', () => {
    const Tray = absent('Tray') as unknown as { new (): object; (): void; create(): void };
    expect(() => new Tray()).toThrow('devhost: new Tray is not implemented');
    expect(() => Tray()).toThrow('devhost: Tray is not implemented');
    expect(() => Tray.create).toThrow('devhost: Tray.create is not implemented');
  });

  test('a listener for an event that never comes is refused', () => {
    const screen = new Guarded('screen', ['display-added']);
    expect(() => screen.on('display-added', () => {})).not.toThrow();
    for (const listen of ['on', 'once', 'addListener', 'prependListener'] as const) {
      expect(() => screen[listen]('display-moved', () => {})).toThrow("devhost: event 'display-moved' of screen");
    }
  });

  test('window options and web preferences that mean nothing here are refused', () => {
    expect(() => checkOptions({ width: 800, webPreferences: { sandbox: true } })).not.toThrow();
    expect(() => checkOptions({ transparent: true })).toThrow('devhost: the window option transparent');
    expect(() => checkOptions({ webPreferences: { sandbox: false } })).toThrow('devhost: the web preference sandbox');
    expect(() => checkOptions({ webPreferences: { offscreen: true } })).toThrow(
      'devhost: the web preference offscreen',
    );
  });
});
