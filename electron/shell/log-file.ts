/**
 * The log: one JSON line an event in `rolodesk.log`, at most two files of 1 MB; where that cannot be written, on stderr. What could carry a token, an
 * address or a name is cut out before it is written; a defect keeps its type, our own frames and a reference.
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { allowOwner, makeWay, type Wanted } from '../disk/place.ts';
import { type Log, type LogFields, newReference } from '../log.ts';

const limitBytes = 1_000_000;
/** Where the app's own code is, as stacks name it: two levels above this file, in its sources and in a build alike. */
const root = join(import.meta.dirname, '../..');
const own = [pathToFileURL(`${root}/`).href, join(root, '/')];

export type LogFileNeeds = {
  readonly folder: string;
  readonly now: () => number;
  /** Where a line goes that the file cannot take. */
  readonly printInstead?: (line: string) => void;
};

export function createLogFile({ folder, now, printInstead = print }: LogFileNeeds): Log {
  const file = join(folder, 'rolodesk.log');
  try {
    openPlace(folder, 'folder');
    openPlace(file, 'file');
  } catch {
    // It is written elsewhere then.
  }
  const write = (entry: Record<string, unknown>) => {
    const line = JSON.stringify({ at: new Date(now()).toISOString(), ...entry });
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (sizeOf(file) > limitBytes) beginAgain(file);
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not turn each log line into a failure of what was logged.
      printInstead(`${line}\n`);
    }
  };

  return {
    info: (event: string, fields: LogFields = {}) => write({ event, ...fields }),
    defect: (event, error, reference = newReference()) => {
      write({ event, reference, ...redactedError(error) });
      return reference;
    },
  };
}

/** What stands there is made a place to write to. */
function openPlace(path: string, wanted: Wanted): void {
  makeWay(path, wanted);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found !== undefined) allowOwner(path, found.mode, wanted);
}

/** Not through a stream, whose own failure would be one more thing to log. */
function print(line: string): void {
  try {
    writeSync(process.stderr.fd, line);
  } catch {
    // Nobody listens there: the app was started from a desktop.
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Where the former log cannot be put aside, for another program holds what is there or it is a folder, its newer half is kept. */
function beginAgain(file: string): void {
  try {
    renameSync(file, `${file}.1`);
  } catch {
    const all = readFileSync(file);
    const firstWhole = all.indexOf('\n', all.length - limitBytes / 2) + 1;
    writeFileSync(file, all.subarray(firstWhole));
  }
}

/** In letters. Of what an error says of itself no more is looked at: it may be as long as memory allows. */
const longestStack = 16_384;
const longestLine = 1024;
const frameForm = /^\s+at (?:.*? \()?((?:file:|[/\\]|[A-Za-z]:).*[/\\])([\w.-]+)(:\d{1,7}:\d{1,7})\)?$/;

type RedactedError = { readonly error: string; readonly code: string | null; readonly frames: readonly string[] };

/**
 * An error's message may quote what it choked on, so only its type, its code and the stack's own frames are kept, each as a
 * file of the app's own and a place in it. Neither a function's name nor a file that is not there is written: whatever line of
 * a message passes for a frame says nothing but numbers.
 */
export function redactedError(error: unknown): RedactedError {
  try {
    return redacted(error);
  } catch {
    // An error of something else may throw where it is read.
    return { error: 'Error', code: null, frames: [] };
  }
}

function redacted(error: unknown): RedactedError {
  if (!(error instanceof Error)) return { error: typeof error, code: null, frames: [] };
  const code =
    'code' in error && typeof error.code === 'string' && /^[A-Z_]{2,40}$/.test(error.code) ? error.code : null;
  const frames: string[] = [];
  for (const line of framesIn(error).slice(0, longestStack).split('\n')) {
    if (line.length > longestLine) continue;
    const [, folder = '', file = '', place = ''] = frameForm.exec(line) ?? [];
    if (file === '' || !isOwnFile(`${folder}${file}`)) continue;
    frames.push(`${file}${place}`);
    if (frames.length === 12) break;
  }
  return { error: /^[A-Za-z]{0,30}(?:Error|Exception)$/.test(error.name) ? error.name : 'Error', code, frames };
}

function isOwnFile(named: string): boolean {
  if (!own.some((prefix) => named.startsWith(prefix))) return false;
  try {
    return existsSync(named.startsWith('file:') ? fileURLToPath(named) : named);
  } catch {
    // It is no address of a file.
    return false;
  }
}

/**
 * The stack behind the message, whose own lines may be shaped like frames. Empty where the message does not stand in it:
 * it was changed, and where the former one ends cannot be told.
 */
function framesIn({ stack, message }: Error): string {
  if (typeof stack !== 'string' || typeof message !== 'string') return '';
  const at = stack.indexOf(message);
  return at < 0 ? '' : stack.slice(at + message.length);
}
