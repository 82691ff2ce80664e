/** The handlers of `check.*`. */
import type { Handlers } from '../../contract/calls.ts';
import { failed, succeeded } from '../../contract/failures.ts';

export type CheckCalls = Pick<Handlers, Extract<keyof Handlers, `check.${string}`>>;

const notKnown = () => failed({ kind: 'bad-input', where: 'check', reason: 'not-known' });

export function createCheckCalls(): CheckCalls {
  return {
    'check.begin': notKnown,
    'check.sendFile': notKnown,
    'check.chooseFile': () => succeeded(null),
    'check.giveUp': () => succeeded(null),
    'check.kept': () => succeeded({ checks: [], last: null }),
    'check.open': notKnown,
    'check.leave': () => succeeded(null),
    'check.column': notKnown,
    'check.rows': notKnown,
    'check.candidates': notKnown,
    'check.choose': notKnown,
    'check.acceptNames': notKnown,
    'check.countToAsk': notKnown,
    'check.ask': notKnown,
    'check.pause': notKnown,
    'check.goOn': notKnown,
    'check.stop': notKnown,
    'check.retry': notKnown,
    'check.run': notKnown,
    'check.runs': notKnown,
    'check.removeRun': notKnown,
    'check.name': notKnown,
    'check.remove': notKnown,
    'check.copy': notKnown,
    'check.save': notKnown,
  };
}
