/** A connection of the Chrome DevTools Protocol over a pipe: messages are JSON, each ended by a NUL byte. */
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CdpCommands, CdpEvents } from './cdp-messages.ts';

type Answer = { readonly resolve: (result: object) => void; readonly reject: (error: Error) => void };

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: object;
  readonly sessionId?: string;
  readonly result?: object;
  readonly error?: { readonly message: string };
};

/** One target's part of the connection. Sending to a target that has gone rejects. */
export class CdpSession {
  readonly #write: (method: string, params: object) => Promise<object>;
  readonly #events = new EventEmitter();

  constructor(write: (method: string, params: object) => Promise<object>) {
    this.#write = write;
  }

  send<M extends keyof CdpCommands>(method: M, params: CdpCommands[M]['params']): Promise<CdpCommands[M]['result']> {
    return this.#write(method, params) as Promise<CdpCommands[M]['result']>;
  }

  /** For what may come too late: a target that has meanwhile gone is no error. */
  async tell<M extends keyof CdpCommands>(method: M, params: CdpCommands[M]['params']): Promise<void> {
    await this.send(method, params).catch(() => {});
  }

  on<M extends keyof CdpEvents>(method: M, listener: (params: CdpEvents[M]) => void): void {
    this.#events.on(method, listener);
  }

  receive(method: string, params: object): void {
    this.#events.emit(method, params);
  }
}

export class CdpConnection {
  readonly root: CdpSession;
  readonly #output: Writable;
  readonly #sessions = new Map<string, CdpSession>();
  readonly #waiting = new Map<number, Answer & { readonly sessionId: string | undefined }>();
  #lastId = 0;
  #isOpen = true;

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    this.root = this.#createSession(undefined);
    let parts: Buffer[] = [];
    input.on('data', (chunk: Buffer) => {
      let start = 0;
      for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
        parts.push(chunk.subarray(start, end));
        const message = JSON.parse(Buffer.concat(parts).toString('utf8')) as Message;
        parts = [];
        // Each in a turn of its own, so that a listener of the app's that throws takes no other message with it.
        process.nextTick(() => this.#receive(message));
        start = end + 1;
      }
      if (start < chunk.length) parts.push(chunk.subarray(start));
    });
    // A browser that goes away ends the pipe; who owns the process says what that means.
    input.on('error', () => {});
    output.on('error', () => {});
    input.on('close', () => this.#close());
  }

  session(sessionId: string): CdpSession {
    const known = this.#sessions.get(sessionId);
    if (known !== undefined) return known;
    const session = this.#createSession(sessionId);
    this.#sessions.set(sessionId, session);
    return session;
  }

  #createSession(sessionId: string | undefined): CdpSession {
    return new CdpSession((method, params) => {
      if (!this.#isOpen) return Promise.reject(new Error(`${method}: Chromium has gone`));
      const id = ++this.#lastId;
      const { promise, resolve, reject } = Promise.withResolvers<object>();
      this.#waiting.set(id, { resolve, reject, sessionId });
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      return promise.catch((error: Error) => {
        throw new Error(`${method}: ${error.message}`);
      });
    });
  }

  #receive(message: Message): void {
    if (message.id !== undefined) {
      const answer = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error === undefined) answer?.resolve(message.result ?? {});
      else answer?.reject(new Error(message.error.message));
      return;
    }
    if (message.method === undefined) return;
    const session = message.sessionId === undefined ? this.root : this.session(message.sessionId);
    session.receive(message.method, message.params ?? {});
    if (message.method === 'Target.detachedFromTarget') {
      this.#forget((message.params as CdpEvents['Target.detachedFromTarget']).sessionId);
    }
  }

  #forget(sessionId: string): void {
    this.#sessions.delete(sessionId);
    for (const [id, answer] of this.#waiting) {
      if (answer.sessionId !== sessionId) continue;
      this.#waiting.delete(id);
      answer.reject(new Error('the page has gone'));
    }
  }

  #close(): void {
    this.#isOpen = false;
    for (const answer of this.#waiting.values()) answer.reject(new Error('Chromium has gone'));
    this.#waiting.clear();
  }
}
