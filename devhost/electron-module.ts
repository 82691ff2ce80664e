/** What `electron` is for the hosted app: what is mirrored, and for every other export a stand-in that throws. */
import type * as Electron from 'electron';
import type * as ElectronCommon from 'electron/common';
import type * as ElectronMain from 'electron/main';
import { app, type HostApp } from './app.ts';
import { BrowserWindow, type BrowserWindowFacade } from './browser-window.ts';
import { clipboard, dialog, HostClipboardItem, powerMonitor, safeStorage, shell } from './desktop.ts';
import type { Frame } from './frame.ts';
import { type Ipc, ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { absent, guard } from './not-implemented.ts';
import { screen } from './screen.ts';
import { requestOfSession, type SessionFacade, sessionFromPartition } from './session.ts';
import { WebContents } from './web-contents.ts';

type None<T extends never> = T;

/** What the host's objects have and Electron's do not: nothing, or this does not compile. */
export type Invented = None<
  | Exclude<keyof HostApp, keyof Electron.App>
  | Exclude<keyof BrowserWindowFacade, keyof Electron.BrowserWindow>
  | Exclude<keyof WebContents, keyof Electron.WebContents>
  | Exclude<keyof SessionFacade, keyof Electron.Session>
  | Exclude<keyof Frame, keyof Electron.WebFrameMain>
  | Exclude<keyof Ipc, keyof Electron.IpcMain>
  | Exclude<keyof HostClipboardItem, keyof Electron.ClipboardItem>
>;

type MainExport = keyof typeof ElectronMain | keyof typeof ElectronCommon;

const mirrored = {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem: HostClipboardItem,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net: guard(
    {
      fetch: (...args: Parameters<typeof fetch>) => sessionFromPartition('').fetch(...(args as [string])),
      isOnline: () => true,
      request: requestOfSession,
    },
    'net',
  ),
  powerMonitor,
  get protocol() {
    return sessionFromPartition('').protocol;
  },
  safeStorage,
  screen,
  session: guard(
    {
      fromPartition: sessionFromPartition,
      get defaultSession() {
        return sessionFromPartition('');
      },
    },
    'session',
  ),
  shell,
  webContents: guard(
    {
      fromDevToolsTargetId: WebContents.fromDevToolsTargetId,
      fromId: WebContents.fromId,
      getAllWebContents: WebContents.getAllWebContents,
    },
    'webContents',
  ),
} satisfies Partial<Record<MainExport, object>>;

/** The rest, complete by its type: a module that imports one of these can be linked, and fails when it uses it. */
const missing: Record<Exclude<MainExport, keyof typeof mirrored>, true> = {
  autoUpdater: true,
  BaseWindow: true,
  BrowserView: true,
  contentTracing: true,
  crashReporter: true,
  desktopCapturer: true,
  globalShortcut: true,
  ImageView: true,
  inAppPurchase: true,
  IpcMainServiceWorker: true,
  MessageChannelMain: true,
  nativeImage: true,
  netLog: true,
  Notification: true,
  powerSaveBlocker: true,
  pushNotifications: true,
  ShareMenu: true,
  sharedTexture: true,
  systemPreferences: true,
  TouchBar: true,
  Tray: true,
  utilityProcess: true,
  View: true,
  WebContentsView: true,
  webFrameMain: true,
  WebSocket: true,
};

export const electron: Readonly<Record<string, unknown>> = Object.defineProperties(
  Object.fromEntries(Object.keys(missing).map((name) => [name, absent(name)])),
  Object.getOwnPropertyDescriptors(mirrored),
);
