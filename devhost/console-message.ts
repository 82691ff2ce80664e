/** What a page says on its console, in the words of Electron's `console-message`. */
import type { WebContentsConsoleMessageEventParams } from 'electron';
import type { CdpEvents } from './cdp-messages.ts';

type ConsoleMessage = Omit<WebContentsConsoleMessageEventParams, 'frame'>;

const levels: Readonly<Record<string, ConsoleMessage['level']>> = {
  assert: 'error',
  debug: 'debug',
  error: 'error',
  warning: 'warning',
};

export function consoleMessageOf({ type, args, stackTrace }: CdpEvents['Runtime.consoleAPICalled']): ConsoleMessage {
  const [call] = stackTrace?.callFrames ?? [];
  return {
    message: args.map(({ value, description }) => description ?? String(value)).join(' '),
    level: levels[type] ?? 'info',
    lineNumber: (call?.lineNumber ?? -1) + 1,
    sourceId: call?.url ?? '',
  };
}
