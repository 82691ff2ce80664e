/** The handlers of `check.*`. */

import type { Handlers } from '../../contract/calls.ts';
import type { CheckFilter, CheckId } from '../../contract/check.ts';
import { anyRow } from '../../contract/check-filter.ts';
import { succeeded } from '../../contract/failures.ts';
import type { Checks } from '../check/checks.ts';
import type { WriteAsked } from '../check/writings.ts';
import type { Clock } from '../clock.ts';
import type { OpenDirectory } from '../connection/open-directory.ts';
import type { CheckEvidenceCalls } from './check-evidence.ts';
import type { Brought, CheckList } from './check-list.ts';
import type { Exports } from './exports.ts';
import type { SentFiles } from './sent-files.ts';
import { createWithOpen } from './with-open.ts';
import { copyParts, type PartsOfThread, withParts } from './written-parts.ts';

export type CheckCalls = Pick<Handlers, Exclude<Extract<keyof Handlers, `check.${string}`>, keyof CheckEvidenceCalls>>;

export type CheckCallsNeeds = {
  readonly current: () => Pick<OpenDirectory, 'checks' | 'views'> | null;
  readonly list: CheckList;
  readonly sentFiles: Pick<SentFiles, 'send' | 'refusalOf'>;
  /** Resolves once the text is on the clipboard. */
  readonly copy: (text: string) => Promise<void>;
  readonly exports: Exports;
  readonly clock: Pick<Clock, 'now'>;
  /** The version of Rolodesk. */
  readonly app: string;
};

export function createCheckCalls(needs: CheckCallsNeeds): CheckCalls {
  const { current, list, sentFiles, copy, exports, clock, app } = needs;
  const withOpen = createWithOpen(current);
  const withChecks = createWithOpen(() => current()?.checks ?? null);
  const begin = (checks: Checks, { given, source }: Brought) => checks.begin(given, source, sentFiles.refusalOf);

  const parts = (
    checks: Checks,
    asked: Pick<WriteAsked, 'format' | 'rows'> & { readonly id: CheckId; readonly filter: CheckFilter },
  ): PartsOfThread => ({
    begin: () => checks.beginWriting({ ...asked, now: clock.now(), app }),
    part: checks.writePart,
    end: checks.endWriting,
  });

  return {
    'check.begin': ({ from }) =>
      withOpen(async ({ checks, views }) => {
        const brought = await list.of(from, views);
        return brought.ok ? begin(checks, brought.value) : brought;
      }),
    'check.sendFile': sentFiles.send,
    'check.chooseFile': () =>
      withOpen(async ({ checks }) => {
        const brought = await list.chosen();
        if (!brought.ok) return brought;
        return brought.value === null ? succeeded(null) : begin(checks, brought.value);
      }),
    'check.giveUp': () => {
      current()?.checks.giveUp();
      return succeeded(null);
    },
    'check.kept': () => withChecks(({ kept }) => kept()),
    'check.open': ({ id }) => withChecks(({ open }) => open(id)),
    'check.leave': () => {
      current()?.checks.leave();
      return succeeded(null);
    },
    'check.column': ({ id, column }) => withChecks((checks) => checks.column(id, column)),
    'check.compare': ({ id, part }) => withChecks((checks) => checks.compare(id, part)),
    'check.rows': (asked) => withChecks(({ rows }) => rows(asked)),
    'check.typed': (asked) => withChecks(({ typed }) => typed(asked)),
    'check.candidates': ({ id, place }) => withChecks(({ candidates }) => candidates(id, place)),
    'check.choose': ({ id, place, person }) => withChecks(({ choose }) => choose(id, place, person)),
    'check.acceptNames': ({ id }) => withChecks(({ acceptNames }) => acceptNames(id)),
    'check.countToAsk': ({ id, olderThan }) => withChecks(({ countToAsk }) => countToAsk(id, olderThan)),
    'check.ask': ({ id, olderThan }) => withChecks(({ askServer }) => askServer(id, olderThan)),
    'check.pause': ({ id }) => withChecks(({ pause }) => pause(id)),
    'check.goOn': ({ id }) => withChecks(({ goOn }) => goOn(id)),
    'check.stop': ({ id }) => withChecks(({ stop }) => stop(id)),
    'check.retry': ({ id }) => withChecks(({ retry }) => retry(id)),
    'check.run': ({ id }) => withChecks(({ run }) => run(id)),
    'check.runs': ({ id }) => withChecks(({ runs }) => runs(id)),
    'check.removeRun': ({ id, number }) => withChecks(({ removeRun }) => removeRun(id, number)),
    'check.name': ({ id, name }) => withChecks((checks) => checks.name(id, name)),
    'check.remove': ({ id }) => withChecks(({ remove }) => remove(id)),
    'check.copy': (asked) => withChecks((checks) => copyParts(parts(checks, { ...asked, format: 'text' }), copy)),
    'check.save': ({ id, filter, format }) =>
      withChecks((checks) =>
        withParts(parts(checks, { id, filter, rows: null, format }), (written, end) =>
          exports.save({
            ...written,
            suggestedName: `status-check.${format}`,
            counted: { of: 'rows', onlyListed: 0 },
            end,
          }),
        ),
      ),
    'check.evidence': ({ id }) =>
      withChecks((checks) =>
        withParts(parts(checks, { id, filter: anyRow, rows: null, format: 'evidence' }), (written, end) =>
          exports.save({
            ...written,
            suggestedName: 'status-check-evidence.zip',
            counted: { of: 'rows', onlyListed: 0 },
            end,
          }),
        ),
      ),
  };
}
