/**
 * What stands between an app and the desktop: dialogs, links, the clipboard, the keychain of safeStorage, the power.
 * Every member is a plain function of an object, so that a test can put its own in its place.
 */
import { spawn } from 'node:child_process';
import type { Clipboard, Dialog, SafeStorage, Shell } from 'electron';
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

let copied = '';

/** In memory; where there is a display and a program to do it, the desktop's own gets the text too. */
export const clipboard = guard(
  {
    readText: async () => copied,
    writeText: async (text: string) => {
      copied = text;
      if (!theBrowser().hasDisplay) return;
      const copier = spawn('xclip', ['-selection', 'clipboard'], { stdio: ['pipe', 'ignore', 'ignore'] });
      copier.on('error', () => {});
      copier.stdin.on('error', () => {});
      copier.stdin.end(text);
    },
    clear: () => {
      copied = '';
    },
  } satisfies Pick<Clipboard, 'readText' | 'writeText' | 'clear'>,
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
