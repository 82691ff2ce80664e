/**
 * The one door from the page into the main process. Every call comes in on one channel and passes the same checks
 * in the same order: the sender, the name, the input, and that there is no token in it but where one belongs; and on the way out the output, so that a key the contract
 * does not name cannot leave. This is the only catch: what nobody expected becomes `unexpected` and a log entry.
 */
import { callChannel } from '../../contract/bridge.ts';
import { type CallName, calls, type HandlersFor } from '../../contract/calls.ts';
import { FailureSchema } from '../../contract/failure-schema.ts';
import { type Failure, failed, type Outcome } from '../../contract/failures.ts';
import type { TokenGuard } from '../account/token-leak-check.ts';
import { type Caller, createAnnounce, type Listener } from '../announce.ts';
import type { Log } from '../log.ts';

/** What is needed of Electron's `IpcMainInvokeEvent`. The frame is null once it has gone or navigated away. */
export type CallEvent = { readonly senderFrame: Frame | null; readonly sender: Sender };
/** The contents of the window. Its `id` is never given to another. */
export type Sender = Listener & { readonly id: number; readonly isDestroyed: () => boolean };
export type Frame = { readonly url: string; readonly parent: unknown };

export type CallPort = {
  readonly handle: (
    channel: string,
    listener: (event: CallEvent, name: unknown, input: unknown) => Promise<Outcome<unknown>>,
  ) => void;
};

export type ServeNeeds = {
  readonly port: CallPort;
  readonly handlers: HandlersFor<Caller>;
  /** The origin of the app's own page, such as `app://bundle`. */
  readonly origin: string;
  readonly guard: Pick<TokenGuard, 'fieldWithToken'>;
  readonly log: Log;
};

export function serve({ port, handlers, origin, guard, log }: ServeNeeds): void {
  port.handle(callChannel, async (event, name, input) => {
    try {
      if (!isOwnPage(event.senderFrame, origin)) return failed({ kind: 'refused-caller' });
      if (!isCallName(name)) return failed({ kind: 'bad-input', where: 'call', reason: 'not-known' });
      const parsed = calls[name].input.safeParse(input);
      if (!parsed.success) return failed(refusal(parsed.error.issues[0]));
      const where = guard.fieldWithToken(parsed.data);
      if (where !== null) return failed({ kind: 'bad-input', where, reason: 'holds-token' });
      // The table ties a name's handler to its schemas; TypeScript cannot carry that tie through a name known
      // only at run time, so the pairing is asserted here, once.
      const handler = handlers[name] as (
        input: unknown,
        caller: Caller,
      ) => Promise<Outcome<unknown>> | Outcome<unknown>;
      const outcome = await handler(parsed.data, callerOf(event.sender));
      if (!outcome.ok) return failed(FailureSchema.parse(outcome.failure));
      return { ok: true, value: calls[name].output.parse(outcome.value) };
    } catch (error) {
      const what = isCallName(name) ? `call ${name}` : 'call';
      return failed({ kind: 'unexpected', reference: log.defect(what, error) });
    }
  });
}

function callerOf(sender: Sender): Caller {
  return { window: sender.id, announce: createAnnounce(() => (sender.isDestroyed() ? [] : [sender])) };
}

/** Only the top frame of the app's own origin may call; a frame that has gone is a refusal. */
function isOwnPage(frame: Frame | null, origin: string): boolean {
  if (frame === null || frame.parent !== null) return false;
  return frame.url.startsWith(`${origin}/`);
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

type Issue = { readonly path: readonly PropertyKey[]; readonly code: string; readonly input?: unknown };

/** Names the field, as the form does, and why; never echoes what was typed, which may be a token. */
function refusal(issue: Issue | undefined): Failure {
  const where = issue?.path.map(String).join('.') || 'input';
  return { kind: 'bad-input', where, reason: reasonOf(issue, where) };
}

function reasonOf(issue: Issue | undefined, where: string): Extract<Failure, { kind: 'bad-input' }>['reason'] {
  if (issue?.code === 'too_big') return 'too-long';
  if (issue?.code === 'too_small') return 'empty';
  if (issue?.code === 'invalid_format') return where === 'token' ? 'malformed' : 'not-an-id';
  return 'malformed';
}
