/**
 * The built app, unchanged, as it is where it is packaged, with everything written down that it asks of Electron to keep the
 * page in: what it calls and with what, and each handler, which a test then asks. `globalThis.walls` holds both.
 */
import { EventEmitter } from 'node:events';
import { app, dialog, ipcMain, Menu, protocol, session } from 'electron';

const done = [];
const handlers = {};
globalThis.walls = { done, handlers };

/** How many watched calls are under way: what the runtime calls by itself in one of them is not noted. */
let depth = 0;

/** Notes each call of a method; a function that is passed is kept under `name`. */
function watch(object, method, name) {
  const own = object[method].bind(object);
  object[method] = (...given) => {
    if (depth === 0) {
      const handler = given.find((one) => typeof one === 'function');
      if (handler !== undefined) handlers[name] = handler;
      done.push([name, ...given.map((one) => (typeof one === 'function' ? 'a handler' : one))]);
    }
    depth += 1;
    try {
      return own(...given);
    } finally {
      depth -= 1;
    }
  };
}

/** What begins so changes what an object lets through, and does not only ask it. */
const changing =
  /^(add|allow|append|attach|configure|disable|enable|execute|handle|import|insert|inspect|intercept|load(?!URL)|on[A-Z]|open|register|remove|set|start|unhandle|unregister)/;

/** Notes each call of every method that changes something, whatever the runtime has of them. */
function watchChanges(object, name) {
  const methods = new Set();
  for (let at = object; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    if (at === EventEmitter.prototype) break;
    for (const [method, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if (typeof value === 'function' && changing.test(method) && !(method in EventEmitter.prototype))
        methods.add(method);
  }
  for (const method of methods) watch(object, method, `${name} ${method}`);
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
app.setAsDefaultProtocolClient = () => true;
for (const method of ['handle', 'handleOnce', 'on', 'once']) watch(ipcMain, method, `ipcMain ${method}`);
watchChanges(app, 'app');
watchChanges(app.commandLine, 'commandLine');
watchChanges(protocol, 'protocol');
watch(Menu, 'buildFromTemplate', 'menu');

function watchSession(made, name) {
  watchChanges(made, name);
  watchChanges(made.webRequest, `${name} webRequest`);
  watchChanges(made.protocol, `${name} protocol`);
  watchEvents(made, name);
}

const known = new Set();
for (const method of ['fromPartition', 'fromPath']) {
  if (!(method in session)) continue;
  const make = session[method].bind(session);
  session[method] = (...given) => {
    const made = make(...given);
    const name = `session ${given.join()}`;
    if (!known.has(made)) watchSession(made, name);
    known.add(made);
    done.push([name]);
    return made;
  };
}
// The one that nobody asked for by name is there once the app is ready.
app.whenReady().then(() => watchSession(session.defaultSession, 'default session'));

// The first to hear of it, so that nothing which the app does with them goes unseen.
app.on('web-contents-created', (_event, contents) => {
  watchChanges(contents, 'contents');
  watchEvents(contents, 'contents');
});

watchEvents(app, 'app');

await import('../../../out/main/main.js');
