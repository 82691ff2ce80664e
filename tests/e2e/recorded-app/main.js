/**
 * The built app, unchanged, with everything that passes between its page and its main process written down: into the
 * folder named by ROLODESK_RECORDS, as lines of JSON to be counted (`calls.jsonl`) and as structured clones to be
 * searched (`payloads.bin`). The one thing left out is the token of the two calls that bring one in.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { app, ipcMain } from 'electron';

const folder = process.env.ROLODESK_RECORDS;
const bringToken = new Set(['account.connect', 'account.renewToken']);

const record = (way, what) => {
  appendFileSync(join(folder, 'payloads.bin'), serialize({ way, what }));
  appendFileSync(join(folder, 'calls.jsonl'), `${JSON.stringify({ way, what })}\n`);
};

/** All but the token itself: its neighbours in the same call are searched like everything else. */
const withoutToken = ([name, input, ...rest]) => {
  if (!bringToken.has(name)) return [name, input, ...rest];
  const { token, ...others } = input;
  return [name, others, ...rest];
};

const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (channel, handler) =>
  handle(channel, async (event, ...args) => {
    record('call', [channel, ...withoutToken(args)]);
    try {
      const answer = await handler(event, ...args);
      record('answer', [channel, args[0], answer]);
      return answer;
    } catch (error) {
      record('refusal', [channel, args[0], String(error?.stack ?? error)]);
      throw error;
    }
  });
const emit = ipcMain.emit.bind(ipcMain);
ipcMain.emit = (channel, event, ...args) => {
  record('message', [channel, ...args]);
  return emit(channel, event, ...args);
};
app.on('web-contents-created', (_event, contents) => {
  const send = contents.send.bind(contents);
  contents.send = (channel, ...args) => {
    record('event', [channel, ...args]);
    send(channel, ...args);
  };
});

await import('../../../out/main/main.js');
