/** The handlers of `check.*`. */

import type { Handlers } from '../../contract/calls.ts';
import type { CheckFilter, CheckId } from '../../contract/check.ts';
import { anyRow } from '../../contract/check-filter.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Checks } from '../check/checks.ts';
import type { WriteAsked } from '../check/writings.ts';
import type { Clock } from '../clock.ts';
import type { OpenDirectory } from '../connection/open-directory.ts';
import type { Brought, CheckList } from './check-list.ts';
import { type Exports, partsOf, unwritten, type Written } from './exports.ts';
import type { SentFiles } from './sent-files.ts';
import { createWithOpen } from './with-open.ts';

export type CheckCalls = Pick<Handlers, Exclude<Extract<keyof Handlers, `check.${string}`>, 'check.openEvidence'>>;

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

  /** Writes rows as they were shown when it was asked for. */
  const writing = async <T>(
    checks: Checks,
    asked: Pick<WriteAsked, 'format' | 'rows'> & { readonly id: CheckId; readonly filter: CheckFilter },
    use: (written: Written, end: () => Promise<unknown>) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    const begun = await checks.beginWriting({ ...asked, now: clock.now(), app });
    if (!begun.ok) return begun;
    const { writing: nth, total } = begun.value;
    let isEnded = false;
    const next = async () => {
      if (isEnded) return succeeded(null);
      const part = await checks.writePart(nth);
      if (!part.ok) return part;
      // Its thread is another one since, or other rows are written.
      if (part.value === null) return failed({ kind: 'closed' });
      isEnded = part.value.isLast;
      return succeeded(part.value);
    };
    return use({ total, next }, () => checks.endWriting(nth));
  };

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
    'check.copy': (asked) =>
      withChecks((checks) =>
        writing(checks, { ...asked, format: 'text' }, async (written, end) => {
          try {
            const texts: string[] = [];
            for await (const { text } of partsOf(written)) if (typeof text === 'string') texts.push(text);
            if (written.total > 0) await copy(texts.join(''));
            return succeeded({ copied: written.total });
          } catch (error) {
            return unwritten(error);
          } finally {
            await end();
          }
        }),
      ),
    'check.save': ({ id, filter, format }) =>
      withChecks((checks) =>
        writing(checks, { id, filter, rows: null, format }, (written, end) =>
          exports.save({ ...written, suggestedName: `status-check.${format}`, end }),
        ),
      ),
    'check.evidence': ({ id }) =>
      withChecks((checks) =>
        writing(checks, { id, filter: anyRow, rows: null, format: 'evidence' }, (written, end) =>
          exports.save({ ...written, suggestedName: 'status-check-evidence.zip', end }),
        ),
      ),
  };
}
