/**
 * What the preload may have of Electron, in place of Electron's own typings: those bring all of Node's and of the main
 * process's along, and a sandboxed preload has neither. A test holds it to what Electron really offers.
 */
export declare const contextBridge: {
  exposeInMainWorld(name: string, api: unknown): void;
};
export declare const ipcRenderer: {
  invoke<Answer>(channel: string, ...values: unknown[]): Promise<Answer>;
  on<Values extends unknown[]>(channel: string, listener: (event: unknown, ...values: Values) => void): unknown;
  off<Values extends unknown[]>(channel: string, listener: (event: unknown, ...values: Values) => void): unknown;
};
