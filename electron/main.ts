/** The composition root: builds the parts, wires them, and opens the window. It decides nothing itself. */
import { join } from 'node:path';
import { app, BrowserWindow, clipboard, dialog, ipcMain, nativeTheme, net, protocol, session, shell } from 'electron';
import { linkScheme } from '../contract/app-link.ts';
import type { Sha256 } from '../contract/ids.ts';
import { startDemoServer } from '../demo/server.ts';
import { createAccount } from './account/account.ts';
import { createConnections } from './account/connections.ts';
import { createTokenGuard } from './account/token-leak-check.ts';
import { createTokens } from './account/tokens.ts';
import { createAnnounce } from './announce.ts';
import { createApiClient } from './api/client.ts';
import { createInBackground } from './background.ts';
import { createAccountCalls } from './calls/account.ts';
import { createAddressCalls } from './calls/addresses.ts';
import { createAppCalls } from './calls/app.ts';
import { createAppearanceCalls } from './calls/appearance.ts';
import { createCheckEvidenceCalls } from './calls/check-evidence.ts';
import { createClipboardCalls } from './calls/clipboard.ts';
import { createDirectoryCalls } from './calls/directory.ts';
import { createExports } from './calls/exports.ts';
import { createImageCalls } from './calls/image.ts';
import { createLinkCalls } from './calls/link.ts';
import { createPageCalls } from './calls/page.ts';
import { createPictureCalls } from './calls/picture.ts';
import { createSentTexts } from './calls/sent-texts.ts';
import { createColumnCalls } from './calls/table.ts';
import { createTextCalls } from './calls/text.ts';
import { systemClock as clock } from './clock.ts';
import { createEvidenceOpening } from './connection/evidence-thread.ts';
import { createLocalCopy } from './connection/local-copy.ts';
import { openDirectory } from './connection/open-directory.ts';
import { createFindPastedIds } from './connection/pasted-thread.ts';
import { writeTrouble } from './disk/write-trouble.ts';
import { createUnfinished } from './export/unfinished.ts';
import { endProcessIfHeld } from './keychain/end-process.ts';
import { createNoKeychain } from './keychain/no-keychain.ts';
import { createSystemKeychain } from './keychain/system-keychain.ts';
import { createPaces } from './pace/paces.ts';
import { createServerClocks } from './server-clock.ts';
import { aboutThisApp } from './shell/about.ts';
import { createAppearance } from './shell/appearance.ts';
import { catchLinks } from './shell/catch-links.ts';
import { chooseFile } from './shell/choose-file.ts';
import { copyImage } from './shell/copy-image.ts';
import { catchCrashes } from './shell/crashes.ts';
import { failToStart } from './shell/fail-to-start.ts';
import { followLinks } from './shell/follow-links.ts';
import { createSystemPaper } from './shell/hidden-window.ts';
import { createLogFile } from './shell/log-file.ts';
import { installMenu } from './shell/menu.ts';
import { createNetFetch } from './shell/net-fetch.ts';
import { isOnlyOne } from './shell/only-one.ts';
import { createPageFiles, pageOrigin, pageScheme } from './shell/page-files.ts';
import { wallContents, wallSession } from './shell/page-walls.ts';
import { createPageWindows } from './shell/page-windows.ts';
import { endWith } from './shell/quit.ts';
import { endIfRefused } from './shell/refused-switches.ts';
import { choosePath, saveText } from './shell/save-text.ts';
import { moveToOwnFolder, selfCheck, selfCheckSwitch } from './shell/self-check.ts';
import { serve } from './shell/serve.ts';
import { createSettings } from './shell/settings.ts';
import { createTellTrouble, tellNotWritten } from './shell/tell-trouble.ts';
import { createWantedPage } from './shell/wanted-page.ts';
import { loadPage, openWindow } from './shell/window.ts';

const isRefused = app.isPackaged && endIfRefused(app, dialog);
const isSelfCheck = app.commandLine.hasSwitch(selfCheckSwitch);
app.enableSandbox();
// A peer connection would tell servers of a page's choice about this computer: no policy of the page covers it.
app.commandLine.appendSwitch('webrtc-ip-handling-policy', 'disable_non_proxied_udp');
protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: { standard: true, secure: true } }]);
wallContents(app);
const links = catchLinks(app);

if (!isRefused) begin();

function begin(): void {
  if (isSelfCheck && !moveToOwnFolder(app)) return;
  if (!isOnlyOne(app, writeTrouble)) {
    app.quit();
    return;
  }
  // Unpackaged, links would open the bare runtime for as long as this computer remembers.
  if (app.isPackaged && !isSelfCheck) app.setAsDefaultProtocolClient(linkScheme);
  // Not awaited here: Electron is only ready once this file has been evaluated.
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => failToStart(app, error));
}

async function start(): Promise<void> {
  const folder = app.getPath('userData');
  const logs = join(folder, 'logs');
  const log = createLogFile({ folder: logs, now: clock.now });
  // In memory, both: what is kept is kept by the app itself, in its own folder.
  const pageSession = session.fromPartition('page');
  const apiSession = session.fromPartition('api');
  const windows = createPageWindows(app, pageSession);
  const announce = createAnnounce(() => windows.all().map((window) => window.webContents));
  const wanted = createWantedPage((page) => announce('page.wanted', { page }));
  const connections = await createConnections({ folder, clock });
  const tell = createTellTrouble(windows, announce);
  tellNotWritten(tell, { folder, logs });
  catchCrashes({
    app,
    process,
    windows,
    log,
    clock,
    tell,
    ask: async (window, question) => (await dialog.showMessageBox(window, question)).response,
    page: { load: loadPage, forgetShown: connections.places.forgetLast },
  });
  const fetch = createNetFetch({ request: net.request, session: apiSession });
  const paceOf = createPaces({ clock });
  const clockOf = createServerClocks(clock);
  const keychain = (isSelfCheck ? createNoKeychain : createSystemKeychain)({ clock, log });

  const tokens = createTokens({ keychain });
  const guard = createTokenGuard(tokens.held);
  const thread = { script: join(import.meta.dirname, 'directory-thread.js') };
  const account = createAccount({
    credentials: { keychain, tokens },
    connections,
    servers: {
      createClient: (server, token, known) =>
        createApiClient({
          fetch,
          server,
          token,
          clock: clockOf(server),
          known,
          random: Math.random,
          pace: paceOf(server),
        }),
      clockOf,
    },
    startDemo: (token) => startDemoServer({ token, offers: { users: true }, hardDeleted: true }),
    directories: {
      localCopy: createLocalCopy({ folder }),
      findIds: createFindPastedIds({ thread, log }),
      open: (of) => openDirectory({ thread, pictures: { fetch, paceOf }, announce, log }, of),
    },
    windows: { announce, isUsed: () => BrowserWindow.getFocusedWindow() !== null },
    clock,
    log,
  });
  const unfinished = createUnfinished(join(folder, 'unfinished'));
  createInBackground(log)('remove what is left', unfinished.removeLeft);
  const settings = createSettings(join(folder, 'settings.json'));
  const appearance = createAppearance(settings, (theme) => {
    nativeTheme.themeSource = theme;
  });

  const readPicture = async (picture: Sha256) => (await account.current()?.pictures.read(picture)) ?? null;
  wallSession(pageSession);
  pageSession.protocol.handle(
    pageScheme,
    createPageFiles({ folder: join(import.meta.dirname, '../renderer'), picture: readPicture }),
  );
  const texts = createSentTexts(guard);
  const copy = (text: string) => clipboard.writeText(text);
  const openExternal = (url: string) => shell.openExternal(url);
  const files = { choosePath: (name: string) => choosePath(BrowserWindow.getFocusedWindow(), name), unfinished };
  const paper = createSystemPaper(clock);
  const exports = createExports({ ...files, announce, paper, clock });
  const choose = () => chooseFile(BrowserWindow.getFocusedWindow());
  // What cannot be restored is no reason to refuse everything else.
  const restored = account.restore().catch((error: unknown) => log.defect('restore', error));
  serve({
    port: ipcMain,
    origin: pageOrigin,
    guard,
    log,
    handlers: {
      ...createAccountCalls(account, restored, texts),
      ...createDirectoryCalls({
        account,
        ...{ announce, texts, guard, exports },
        app: { version: app.getVersion(), clock },
        clipboard: { copy, read: () => clipboard.readText() },
        files: {
          saveText: (name, text) => saveText(BrowserWindow.getFocusedWindow(), name, text, unfinished),
          choose,
        },
      }),
      ...createCheckEvidenceCalls({
        chooseFile: choose,
        evidence: createEvidenceOpening({ thread, log, clock, announce }),
      }),
      ...createImageCalls({ copy: copyImage, ...files, clock }),
      ...createAddressCalls({ views: () => account.current()?.views ?? null, copy, openExternal, settings }),
      ...createColumnCalls(settings),
      ...createPageCalls({
        isShown: wanted.shown,
        places: connections.places,
        open: () => account.overview().open?.connection.id ?? null,
        restored,
        log,
        clock,
      }),
      ...createPictureCalls(readPicture),
      ...createLinkCalls({
        stored: (id) => {
          const open = account.current();
          const known = open?.store.user(id);
          return open && known ? { user: known.user, server: open.server } : null;
        },
        openExternal,
      }),
      ...createTextCalls(texts),
      ...createClipboardCalls(copy),
      ...createAppearanceCalls(appearance, settings),
      ...createAppCalls(aboutThisApp(app.getVersion())),
    },
  });

  installMenu(app.isPackaged);
  const open = () =>
    openWindow({
      session: pageSession,
      preloadFolder: join(import.meta.dirname, '../preload'),
      isPackaged: app.isPackaged,
      closed: (number) => {
        account.current()?.pages.leave(number);
        account.current()?.organisation.leave();
        account.current()?.checks.leave();
        paper.close();
      },
    });
  followLinks({ app, links, windows, open, wanted, clock, log });
  endWith({ app, close: account.close, end: () => endProcessIfHeld({ keychain }), log, clock });
  const window = open();
  if (!isSelfCheck) return;
  const { line, code } = await selfCheck(window, clock);
  console.log(line);
  await account.close();
  app.exit(code);
}
