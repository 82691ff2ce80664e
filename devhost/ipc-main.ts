/** `ipcMain`, and the same thing for one window's contents: who handles which channel. */
import type { IpcMain } from 'electron';
import { Guarded } from './not-implemented.ts';

type Handler = Parameters<IpcMain['handle']>[1];

type Mirrored = 'handle' | 'handleOnce' | 'removeHandler';

export class Ipc extends Guarded implements Pick<IpcMain, Mirrored> {
  readonly #handlers = new Map<string, Handler>();

  constructor() {
    super('ipcMain', 'any');
  }

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    if (typeof handler !== 'function')
      throw new Error(`Expected handler to be a function, but found type '${typeof handler}'`);
    this.#handlers.set(channel, handler);
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }
  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** For the host. */
  static handlerOf(ipc: Ipc, channel: string): Handler | undefined {
    return ipc.#handlers.get(channel);
  }
}

export const ipcMain = new Ipc();
