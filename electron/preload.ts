/**
 * Puts the bridge on `window.rolodesk`. It runs sandboxed and isolated: it forwards on one fixed channel and
 * listens on another, and exposes nothing of Electron.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, callChannel, eventChannel } from '../contract/bridge.ts';
import type { AppEvent } from '../contract/events.ts';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  listen: (onEvent) => {
    const forward = (_event: unknown, event: AppEvent) => onEvent(event);
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.off(eventChannel, forward);
    };
  },
};

contextBridge.exposeInMainWorld('rolodesk', bridge);
