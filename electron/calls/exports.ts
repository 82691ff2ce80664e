/** Saves or prints what a thread writes a part at a time: one thing at a time, told of while it goes on, and stopped by the person. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventData } from '../../contract/events.ts';
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Announce } from '../announce.ts';
import type { Clock } from '../clock.ts';
import { saveFailure } from '../disk/errors.ts';
import { type Part, saveParts } from '../export/save-parts.ts';
import type { Unfinished } from '../export/unfinished.ts';
import type { Drawing, Paper } from '../shell/paper.ts';

/** `T`: texts, or bytes. */
export type Written<T extends string | Uint8Array = string | Uint8Array> = {
  readonly total: number;
  /** The part after `done` people; null: there is none. */
  readonly next: (done: number) => Promise<Outcome<Part<T> | null>>;
};

/** `onlyListed`: of the people, those with nothing stored of them. */
export type Counted = Pick<EventData<'export.ended'>, 'of' | 'onlyListed'>;

export type Ending = Written & {
  /** Called once nothing more is asked for. */
  readonly end: () => Promise<unknown>;
};

/** What the parts, an SVG, are drawn on. */
export type Sheet = Omit<Drawing, 'svg'>;

export type Exported = Ending & {
  readonly suggestedName: string;
  /** What there are `total` of; left out: people, with something stored of each. */
  readonly counted?: Counted | undefined;
  /** Drawn as a PDF; left out: the parts are saved as they are written. */
  readonly sheet?: Sheet | undefined;
};

export type Printed = Ending & { readonly sheet: Sheet };

/** What was saved or printed before is given up. */
export type Exports = {
  /** How many were saved; null: the person chose no place, or stopped it. */
  readonly save: (exported: Exported) => Promise<Outcome<{ readonly saved: number | null }>>;
  /** False: the person chose not to, or stopped it. */
  readonly print: (printed: Printed) => Promise<Outcome<{ readonly printed: boolean }>>;
  readonly stop: () => void;
};

export type ExportsNeeds = {
  /** Asks where to save; null where the person chose not to. */
  readonly choosePath: (suggestedName: string) => Promise<string | null>;
  readonly unfinished: Pick<Unfinished, 'note'>;
  readonly announce: Announce;
  readonly paper: Pick<Paper, 'print' | 'toPdf'>;
  readonly clock: Pick<Clock, 'monotonic' | 'sleep'>;
};

/** An export that takes less is over before anybody could read how far it is. */
const quietMs = 600;
const tellEveryMs = 200;

/** The thread could not give a part, or the parts could not be drawn. */
class Unwritten extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super('it could not be written');
    this.failure = failure;
  }
}

type Progress = EventData<'export.progress'>;
type Begun = { readonly signal: AbortSignal; readonly tell: (progress: Omit<Progress, 'total'>) => void };

export function createExports({ choosePath, unfinished, announce, paper, clock }: ExportsNeeds): Exports {
  let exporting: AbortController | null = null;

  async function* told(written: Written, tell: Begun['tell']): AsyncGenerator<Part> {
    const begun = clock.monotonic();
    let last = begun;
    for await (const part of partsOf(written)) {
      yield part;
      const now = clock.monotonic();
      if (now - begun > quietMs && now - last > tellEveryMs) {
        last = now;
        tell({ done: part.done, stage: 'writing' });
      }
    }
  }

  /** All of it in memory; null: it was stopped. */
  async function textsOf(written: Written, { signal, tell }: Begun): Promise<string[] | null> {
    const texts: string[] = [];
    for await (const { text } of told(written, tell)) {
      if (signal.aborted) return null;
      // What is drawn is an SVG; bytes are only saved.
      if (typeof text === 'string') texts.push(text);
    }
    return signal.aborted ? null : texts;
  }

  /** Tells of what takes longer than a moment, unless `work` has something else told. Null: it was stopped. */
  async function drawn<T>(
    { total }: Written,
    { signal, tell }: Begun,
    work: (tellInstead: (stage: Progress['stage']) => void) => Promise<Outcome<T>>,
  ): Promise<T | null> {
    const isOver = new AbortController();
    clock.sleep(quietMs, isOver.signal).then(
      () => tell({ done: total, stage: 'drawing' }),
      () => undefined,
    );
    const tellInstead = (stage: Progress['stage']) => {
      isOver.abort();
      tell({ done: total, stage });
    };
    const outcome = await work(tellInstead).finally(() => isOver.abort());
    if (signal.aborted) return null;
    if (!outcome.ok) throw new Unwritten(outcome.failure);
    return outcome.value;
  }

  async function* asPdf(written: Written, sheet: Sheet, begun: Begun): AsyncGenerator<{ readonly text: Uint8Array }> {
    const svg = await textsOf(written, begun);
    const text = svg && (await drawn(written, begun, () => paper.toPdf({ ...sheet, svg }, begun.signal)));
    if (text !== null) yield { text };
  }

  /** Only this one, and told of. `savedOf`: how many were saved by it. */
  async function alone<T>(
    { total, end, counted = { of: 'people', onlyListed: 0 } }: Ending & Pick<Exported, 'counted'>,
    work: (begun: Begun) => Promise<T>,
    savedOf: (value: T) => number | null,
  ): Promise<Outcome<T>> {
    exporting?.abort();
    const stopping = new AbortController();
    exporting = stopping;
    let isTold = false;
    let ended: EventData<'export.ended'> = { saved: null, ...counted, failure: null };
    const tell: Begun['tell'] = (progress) => {
      isTold = true;
      announce('export.progress', { ...progress, total });
    };
    try {
      const value = await work({ signal: stopping.signal, tell });
      ended = { ...ended, saved: savedOf(value) };
      return succeeded(value);
    } catch (error) {
      const answer = unwritten(error);
      if (!answer.ok) ended = { ...ended, failure: answer.failure };
      return answer;
    } finally {
      if (exporting === stopping) exporting = null;
      if (isTold) announce('export.ended', ended);
      await end();
    }
  }

  return {
    save: ({ suggestedName, sheet, ...written }) =>
      alone(
        written,
        async (begun) => {
          const path = await choosePath(suggestedName);
          if (path === null) return { saved: null };
          const parts = sheet === undefined ? told(written, begun.tell) : asPdf(written, sheet, begun);
          const isSaved = await saveParts(path, parts, begun.signal, unfinished);
          return { saved: isSaved ? written.total : null };
        },
        ({ saved }) => saved,
      ),
    print: ({ sheet, ...written }) =>
      alone(
        written,
        async (begun) => {
          const svg = await textsOf(written, begun);
          if (svg === null) return { printed: false };
          const isPrinted = await drawn(written, begun, (tellInstead) =>
            paper.print({ ...sheet, svg }, begun.signal, () => tellInstead('asking')),
          );
          return { printed: isPrinted === true };
        },
        () => null,
      ),
    stop: () => exporting?.abort(),
  };
}

/** One after the other, with a turn for everybody else between them. */
export async function* partsOf<T extends string | Uint8Array>({
  next,
}: Pick<Written<T>, 'next'>): AsyncGenerator<Part<T>> {
  let done = 0;
  for (;;) {
    const written = await next(done);
    if (!written.ok) throw new Unwritten(written.failure);
    if (written.value === null) return;
    yield written.value;
    done = written.value.done;
    await nextTurn();
  }
}

/** Throws what is no failure of the thread or of the disk. */
export function unwritten(error: unknown): Outcome<never> {
  const failure = error instanceof Unwritten ? error.failure : saveFailure(error);
  if (failure === null) throw error;
  // Parts are cancelled by nothing else: who stops an export is not told that it failed.
  return failed(failure.kind === 'cancelled' ? { kind: 'closed' } : failure);
}
