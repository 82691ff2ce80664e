/**
 * The built app, unchanged, as it is where it is packaged, with everything written down that it asks of Electron to keep the
 * page in: what it calls and with what, and each handler, which a test then asks. `globalThis.walls` holds both.
 */
import { app, dialog, ipcMain, protocol, session } from 'electron';

const done = [];
const handlers = {};
globalThis.walls = { done, handlers };

/** Notes each call of a method; a function that is passed is kept under `name`. */
function watch(object, method, name = method) {
  const own = object[method].bind(object);
  object[method] = (...given) => {
    const handler = given.find((one) => typeof one === 'function');
    if (handler !== undefined) handlers[name] = handler;
    done.push([name, ...given.map((one) => (typeof one === 'function' ? 'a handler' : one))]);
    return own(...given);
  };
}

/** Notes each event that is listened to, and keeps what listens. */
function watchEvents(object, name) {
  const on = object.on.bind(object);
  object.on = (event, listener) => {
    handlers[`${name} ${event}`] = listener;
    done.push([`${name} on`, event]);
    return on(event, listener);
  };
}

Object.defineProperty(app, 'isPackaged', { value: true });
// The test itself drives the app over this, which a packaged app refuses.
const hasSwitch = app.commandLine.hasSwitch.bind(app.commandLine);
app.commandLine.hasSwitch = (name) => !['remote-debugging-port', 'inspect'].includes(name) && hasSwitch(name);
// On some systems nobody would close it.
dialog.showErrorBox = (...said) => console.error(said.join('\n'));
app.setAsDefaultProtocolClient = (...given) => done.push(['setAsDefaultProtocolClient', ...given]) > 0;
for (const method of ['handle', 'handleOnce', 'on']) watch(ipcMain, method, `ipcMain ${method}`);
watch(app, 'enableSandbox');
watch(app.commandLine, 'appendSwitch');
watch(protocol, 'registerSchemesAsPrivileged');

/** What puts up a wall of a session, and what takes one down. */
const ofSession = [
  'setPermissionRequestHandler',
  'setPermissionCheckHandler',
  'setDevicePermissionHandler',
  'setSpellCheckerEnabled',
  'allowNTLMCredentialsForDomains',
  'loadExtension',
  'registerPreloadScript',
  'setBluetoothPairingHandler',
  'setCertificateVerifyProc',
  'setCodeCachePath',
  'setDisplayMediaRequestHandler',
  'setDownloadPath',
  'setPreloads',
  'setProxy',
  'setSSLConfig',
  'setUSBProtectedClassesHandler',
  'setUserAgent',
];

const fromPartition = session.fromPartition.bind(session);
session.fromPartition = (...given) => {
  const made = fromPartition(...given);
  const name = `session ${given.join()}`;
  done.push([name]);
  for (const method of ofSession) {
    if (method in made) watch(made, method, `${name} ${method}`);
  }
  watch(made.webRequest, 'onBeforeRequest', `${name} onBeforeRequest`);
  watch(made.protocol, 'handle', `${name} protocol.handle`);
  watchEvents(made, name);
  return made;
};

// The first to hear of it, so that nothing which the app does with them goes unseen.
app.on('web-contents-created', (_event, contents) => {
  watch(contents, 'setWindowOpenHandler');
  watch(contents, 'setWebRTCIPHandlingPolicy');
  watchEvents(contents, 'contents');
});

watchEvents(app, 'app');

await import('../../../out/main/main.js');
