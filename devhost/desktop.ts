/**
 * What stands between an app and the desktop: dialogs, links, the clipboard, the keychain of safeStorage, the power.
 * Every member is a plain function of an object, so that a test can put its own in its place.
 */
import { spawn } from 'node:child_process';
import type { Clipboard, ClipboardItem, Dialog, SafeStorage, Shell } from 'electron';
import { Guarded, guard, notImplemented } from './not-implemented.ts';
import { theBrowser } from './runtime.ts';

/** A dialog would wait for a person for ever. */
const missingDialogs = {
  showOpenDialog: () => notImplemented('dialog.showOpenDialog'),
  showOpenDialogSync: () => notImplemented('dialog.showOpenDialogSync'),
  showSaveDialog: () => notImplemented('dialog.showSaveDialog'),
  showSaveDialogSync: () => notImplemented('dialog.showSaveDialogSync'),
  showMessageBox: () => notImplemented('dialog.showMessageBox'),
  showMessageBoxSync: () => notImplemented('dialog.showMessageBoxSync'),
  showCertificateTrustDialog: () => notImplemented('dialog.showCertificateTrustDialog'),
  showErrorBox: (title, content) => {
    console.error(`${title}\n${content}`);
  },
} satisfies Dialog;
export const dialog = guard(missingDialogs, 'dialog');

export const shell = guard(
  {
    openExternal: async (url: string) => {
      if (!theBrowser().hasDisplay) {
        console.error(`devhost: without a display this opens nowhere: ${url}`);
        return;
      }
      await new Promise<void>((resolve, reject) => {
        const opener = spawn('xdg-open', [url], { stdio: 'ignore', detached: true });
        opener.once('error', reject);
        opener.once('spawn', resolve);
        opener.unref();
      });
    },
  } satisfies Pick<Shell, 'openExternal'>,
  'shell',
);

/** Of the kinds that are constructed from texts and blobs. */
export class HostClipboardItem implements Pick<ClipboardItem, 'types'> {
  readonly #items: ConstructorParameters<typeof ClipboardItem>[0];

  constructor(items: ConstructorParameters<typeof ClipboardItem>[0]) {
    this.#items = items;
  }
  get types(): string[] {
    return Object.keys(this.#items);
  }
  async getType(type: string): Promise<Blob> {
    const item = await this.#items[type];
    if (item instanceof Blob) return item;
    if (typeof item === 'string') return new Blob([item], { type });
    return notImplemented(`ClipboardItem of '${type}'`);
  }
}

let copied: HostClipboardItem | null = null;

/** In memory; where there is a display and a program to do it, the desktop's own gets texts too. */
export const clipboard = guard(
  {
    readText: async () => (copied?.types.includes('text/plain') ? (await copied.getType('text/plain')).text() : ''),
    read: async () => (copied === null ? [] : [copied as unknown as ClipboardItem]),
    write: async (items: ClipboardItem[]) => {
      copied = (items[0] as unknown as HostClipboardItem | undefined) ?? null;
    },
    writeText: async (text: string) => {
      copied = new HostClipboardItem({ 'text/plain': text });
      if (!theBrowser().hasDisplay) return;
      const copier = spawn('xclip', ['-selection', 'clipboard'], { stdio: ['pipe', 'ignore', 'ignore'] });
      copier.on('error', () => {});
      copier.stdin.on('error', () => {});
      copier.stdin.end(text);
    },
    clear: () => {
      copied = null;
    },
  } satisfies Pick<Clipboard, 'readText' | 'read' | 'write' | 'writeText' | 'clear'>,
  'clipboard',
);

export const safeStorage = guard(
  {
    isEncryptionAvailable: () => false,
    isAsyncEncryptionAvailable: async () => false,
  } satisfies Pick<SafeStorage, 'isEncryptionAvailable' | 'isAsyncEncryptionAvailable'>,
  'safeStorage',
);

/** None of these is ever heard of here. */
const powerEvents = ['suspend', 'resume', 'on-ac', 'on-battery', 'shutdown', 'lock-screen', 'unlock-screen'];
export const powerMonitor = new Guarded('powerMonitor', powerEvents);
