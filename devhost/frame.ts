/** `WebFrameMain`: one document in one frame, as the main process knows it. */
import type { WebFrameMain } from 'electron';
import { Guarded } from './not-implemented.ts';
import { originOf } from './scheme-address.ts';

export type FrameNeeds = {
  readonly id: number;
  readonly url: string;
  readonly parent: Frame | null;
  readonly send: (channel: string, ...args: unknown[]) => void;
};

type Mirrored =
  | 'detached'
  | 'frameTreeNodeId'
  | 'isDestroyed'
  | 'name'
  | 'origin'
  | 'processId'
  | 'routingId'
  | 'send'
  | 'url';

export class Frame extends Guarded implements Pick<WebFrameMain, Mirrored> {
  readonly frameTreeNodeId: number;
  readonly routingId: number;
  readonly processId: number;
  readonly parent: Frame | null;
  readonly name = '';
  readonly send: (channel: string, ...args: unknown[]) => void;
  #url: string;
  #isDestroyed = false;

  constructor({ id, url, parent, send }: FrameNeeds) {
    super('WebFrameMain', []);
    this.frameTreeNodeId = id;
    this.routingId = id;
    this.processId = parent?.processId ?? id;
    this.parent = parent;
    this.send = send;
    this.#url = url;
  }

  get url(): string {
    return this.#url;
  }
  get origin(): string {
    return originOf(this.#url);
  }
  get top(): Frame {
    return this.parent?.top ?? this;
  }
  get detached(): boolean {
    return this.#isDestroyed;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  /** For the host: the document changed its own address. */
  static move(frame: Frame, url: string): void {
    frame.#url = url;
  }
  /** For the host: the document has gone. */
  static destroy(frame: Frame): void {
    frame.#isDestroyed = true;
  }
}
