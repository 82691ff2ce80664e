/** What a page's preload says, brought to the handlers of the main process, and their answers brought back. */
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import type { Frame } from './frame.ts';
import { createEvent } from './host-event.ts';
import { cloneCodec } from './in-page/clone-codec.ts';
import type { UpwardMessage } from './in-page/isolated-world.ts';
import { Ipc, ipcMain } from './ipc-main.ts';
import type { Page } from './page.ts';

export const codec = cloneCodec();

type Spoken = Extract<UpwardMessage, { type: 'invoke' | 'send' }>;

export type Speaker = {
  readonly page: Page;
  /** The isolated world that spoke. */
  readonly world: number;
  readonly frame: Frame | null;
  readonly contents: WebContents & { readonly ipc: Ipc };
};

export async function deliverSpoken(message: Spoken, speaker: Speaker): Promise<void> {
  const { page, world, frame, contents } = speaker;
  const args = codec.decode(message.args) as unknown[];
  const details = {
    type: 'frame' as const,
    sender: contents,
    frameId: frame?.routingId ?? -1,
    processId: frame?.processId ?? -1,
    /** Null once the document that spoke has gone. */
    get senderFrame() {
      const isGone = frame === null || frame.isDestroyed() || !page.isCurrent(world);
      return isGone ? null : (frame as unknown as WebFrameMain);
    },
  };
  if (message.type === 'send') {
    const event = createEvent({
      ports: [],
      returnValue: undefined,
      reply: (channel: string, ...replied: unknown[]) =>
        page.deliver({ type: 'event', channel, args: codec.encode(replied) }, world),
    });
    Object.defineProperties(event, Object.getOwnPropertyDescriptors(details));
    contents.ipc.emit(message.channel, event as unknown as IpcMainEvent, ...args);
    ipcMain.emit(message.channel, event as unknown as IpcMainEvent, ...args);
    return;
  }
  const { id, channel } = message;
  const handler = Ipc.handlerOf(contents.ipc, channel) ?? Ipc.handlerOf(ipcMain, channel);
  if (handler === undefined) {
    const refusal = `Error: No handler registered for '${channel}'`;
    console.error(`Error occurred in handler for '${channel}':`, refusal);
    page.deliver({ type: 'refusal', id, message: refusal }, world);
    return;
  }
  try {
    const value = await handler(createEvent(details) as unknown as IpcMainInvokeEvent, ...args);
    page.deliver({ type: 'answer', id, value: codec.encode(value) }, world);
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    page.deliver({ type: 'refusal', id, message: `${error}` }, world);
  }
}
