/** The calls of status checks in the stand-in for the main process: no check is kept in it. */
import type { Handlers } from '../../contract/calls.ts';
import { failed, succeeded } from '../../contract/failures.ts';

const none = () => failed({ kind: 'bad-input', where: 'check', reason: 'not-known' });

export const doubleCheck: Pick<Handlers, Extract<keyof Handlers, `check.${string}`>> = {
  'check.begin': none,
  'check.sendFile': none,
  'check.chooseFile': () => succeeded(null),
  'check.giveUp': () => succeeded(null),
  'check.kept': () => succeeded({ checks: [], last: null }),
  'check.open': none,
  'check.leave': () => succeeded(null),
  'check.column': none,
  'check.rows': none,
  'check.candidates': none,
  'check.choose': none,
  'check.acceptNames': none,
  'check.countToAsk': none,
  'check.ask': none,
  'check.pause': none,
  'check.goOn': none,
  'check.stop': none,
  'check.retry': none,
  'check.run': none,
  'check.runs': none,
  'check.removeRun': none,
  'check.name': none,
  'check.remove': none,
  'check.copy': none,
  'check.save': none,
  'check.evidence': none,
  'check.openEvidence': () => succeeded(null),
};
