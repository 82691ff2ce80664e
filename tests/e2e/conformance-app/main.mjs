/**
 * A small app that uses Electron as Rolodesk does. What happens to it is told in `told`, for the tests to read, and on
 * the console, for those that outlive it. `CONFORMANCE` names a scenario that it plays by itself.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, nativeTheme, protocol, session } from 'electron';

const folder = import.meta.dirname;
const scenario = process.env.CONFORMANCE ?? '';

const told = [];
globalThis.told = told;
function tell(what) {
  told.push(what);
  console.log(`told: ${what}`);
}

tell(`evaluating, ready: ${app.isReady()}`);
app.on('ready', () => tell('ready'));
for (const name of ['before-quit', 'will-quit', 'quit']) app.on(name, () => tell(name));
app.once('before-quit', (event) => {
  if (scenario === 'prevent-quit') event.preventDefault();
});
if (scenario !== 'close-unheard') {
  app.on('window-all-closed', () => {
    tell('window-all-closed');
    if (scenario !== 'stay') app.quit();
  });
}
app.on('second-instance', (_event, argv, workingDirectory) => {
  tell(`second-instance ${argv.some((argument) => argument === 'conformance://user/1')} ${workingDirectory !== ''}`);
});

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

ipcMain.handle('echo', (_event, value) => {
  globalThis.heard = value;
  return value;
});
ipcMain.handle('fail', () => {
  throw Object.assign(new TypeError('said so'), { code: 'E_SECRET' });
});
ipcMain.handle('unclonable', () => ({ inner: () => {} }));
ipcMain.handle('who', ({ senderFrame, sender }) => ({
  url: senderFrame?.url,
  origin: senderFrame?.origin,
  isTop: senderFrame !== null && senderFrame.parent === null,
  isMain: senderFrame === sender.mainFrame,
}));
ipcMain.handle('close-and-look', async (event) => {
  const window = BrowserWindow.fromWebContents(event.sender);
  const closed = new Promise((resolve) => window.once('closed', resolve));
  window.destroy();
  await closed;
  tell(`sender frame after closing: ${event.senderFrame}`);
});
ipcMain.on('noted', (_event, value) => tell(`noted ${value}`));

nativeTheme.on('updated', () => tell('theme updated'));
app.on('web-contents-created', (_event, contents) => {
  contents.setWindowOpenHandler(({ url }) => {
    tell(`open ${url}`);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    tell(`navigate ${event.url}`);
    event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame) return;
    tell(`frame ${event.url}`);
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
});

const files = {
  '/index.html': ['text/html', 'index.html'],
  '/page.js': ['text/javascript', 'page.js'],
};

function serve(request) {
  const url = new URL(request.url);
  const [type, name] = files[url.pathname] ?? [];
  if (name === undefined) return new Response('Not found', { status: 404 });
  const nonce = crypto.randomUUID();
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'nonce-${nonce}'`,
    "frame-src 'self' http:",
    "connect-src 'self' http:",
    'img-src http:',
  ].join('; ');
  const body = readFileSync(join(folder, name), 'utf8').replaceAll('__NONCE__', nonce);
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': policy,
      'X-Served': `${request.method} ${request.url}`,
    },
  });
}

Menu.setApplicationMenu(
  Menu.buildFromTemplate([
    { role: 'editMenu' },
    { label: 'Own', submenu: [{ id: 'own-item', label: 'Do it', click: () => tell('clicked') }] },
  ]),
);

const isFirst = scenario !== 'single' || app.requestSingleInstanceLock();
if (isFirst) void app.whenReady().then(begin);
else {
  tell('second');
  app.quit();
}

async function begin() {
  tell(`begun, ready: ${app.isReady()}`);
  const page = session.fromPartition('page');
  page.protocol.handle('app', serve);
  page.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  page.setPermissionCheckHandler(() => false);
  page.webRequest.onBeforeRequest((details, decide) => {
    const cancel = !details.url.startsWith('app:') && !details.url.startsWith('devtools:');
    if (cancel) tell(`cancelled ${details.url}`);
    decide({ cancel });
  });
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    webPreferences: {
      partition: 'page',
      preload: join(folder, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  });
  window.on('close', () => tell('close'));
  window.on('closed', () => tell('closed'));
  window.webContents.on('render-process-gone', (_event, { reason }) => tell(`gone ${reason}`));
  window.webContents.once('did-finish-load', () => {
    tell(`loaded ${window.webContents.getURL()}`);
    if (scenario === 'quit' || scenario === 'prevent-quit') app.quit();
    if (scenario === 'prevent-quit') setImmediate(() => app.exit(7));
    if (scenario.startsWith('close')) window.close();
  });
  await window.loadURL('app://bundle/index.html');
}

tell('evaluated');
