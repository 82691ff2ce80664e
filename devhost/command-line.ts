/** The arguments the host was started with, read as Electron reads them, and `app.commandLine`. */
import type { CommandLine } from 'electron';
import { guard } from './not-implemented.ts';

export type Arguments = {
  /** The app's folder or main file. */
  readonly appPath: string | null;
  /** Modules of `-r`, to be loaded before the app. */
  readonly preloaded: readonly string[];
  /** The port of `--inspect`, or null. */
  readonly inspectPort: number | null;
  readonly userDataDir: string | null;
  readonly isVersionAsked: boolean;
};

const switches = new Map<string, string>();

/** `args` without the executable. Every `--switch` is Chromium's too, wherever it stands, up to a `--`. */
export function readArguments(args: readonly string[]): Arguments {
  const preloaded: string[] = [];
  let appPath: string | null = null;
  let isVersionAsked = false;
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? '';
    if (argument === '--') {
      appPath ??= args[at + 1] ?? null;
      break;
    }
    const given = /^--([^=]+)=?(.*)$/s.exec(argument);
    if (given?.[1] !== undefined) switches.set(given[1], given[2] ?? '');
    if (appPath !== null) continue;
    if (argument === '-r' || argument === '--require') preloaded.push(args[++at] ?? '');
    else if (argument === '-v' || argument === '--version') isVersionAsked = true;
    else if (!argument.startsWith('-')) appPath = argument;
  }
  const inspect = switches.get('inspect');
  return {
    appPath,
    preloaded,
    inspectPort: inspect === undefined ? null : Number(inspect.split(':').at(-1) || 9229),
    userDataDir: switches.get('user-data-dir') ?? null,
    isVersionAsked,
  };
}

/** What is the host's own to decide, or meant for Node. */
const own = new Set(['user-data-dir', 'inspect', 'remote-debugging-pipe', 'headless', 'app', 'require', 'version']);

/** What Chromium was started with: later switches do not reach it. */
let told: ReadonlyMap<string, string> = new Map();

/** The switches to start Chromium with. */
export function chromiumSwitches(): string[] {
  told = new Map(switches);
  return [...told]
    .filter(([name]) => !own.has(name))
    .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
}

/** The value that Chromium was started with, or null. */
export function toldChromium(name: string): string | null {
  return told.get(name) ?? null;
}

export const commandLine = guard(
  {
    appendSwitch: (name, value = '') => {
      // Two lists of features are one; anything else said twice is what was said last.
      const before = /^(en|dis)able-features$/.test(name) ? switches.get(name) : undefined;
      switches.set(name, before === undefined || before === '' ? value : `${before},${value}`);
    },
    hasSwitch: (name) => switches.has(name),
    getSwitchValue: (name) => switches.get(name) ?? '',
    removeSwitch: (name) => {
      switches.delete(name);
    },
  } satisfies Pick<CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'>,
  'commandLine',
);
