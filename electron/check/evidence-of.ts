/** What stands in the evidence of a check: what is said of each row, beside it what the server answered, and the list as it is kept. */
import { CheckAnswer } from '../../contract/check.ts';
import type { CheckCounts } from '../../contract/check-overview.ts';
import type { UserId } from '../../contract/ids.ts';
import type { RawReply } from '../../contract/person.ts';
import type { EvidenceRows, EvidenceSource } from '../evidence/write-evidence.ts';
import { type CheckedRow, checkHead, checkLine } from '../export/check-lines.ts';
import type { StoreFile } from '../storage/store-file.ts';
import { withSheet } from './tell-overview.ts';
import type { CheckedRows, RowsWritten } from './written-rows.ts';

export type EvidenceOf = (of: RowsWritten, app: string) => EvidenceSource;

export function createEvidenceOf(
  { tables, server }: Pick<StoreFile, 'tables' | 'server'>,
  rows: CheckedRows,
): EvidenceOf {
  const { ids, observations, checks } = tables;
  const replyOf = (id: UserId): RawReply | null => {
    const key = ids.find(id);
    return key === null ? null : (observations.newest(key)?.raw ?? null);
  };

  return (of, app) => {
    const { check, left, now } = of;
    const columns = check.shape.table?.columns ?? 'lines';
    const tally = createTally();
    const rowsWritten = function* (): Generator<EvidenceRows> {
      const told = new Set<UserId>();
      let text = checkHead(columns, 'csv');
      let done = 0;
      do {
        const part = rows(of, done);
        done += part.length;
        const replies: RawReply[] = [];
        for (const row of part) {
          tally.add(row);
          text += checkLine(row, columns, 'csv');
          for (const { id } of row.named) {
            if (told.has(id)) continue;
            told.add(id);
            const reply = replyOf(id);
            if (reply !== null) replies.push(reply);
          }
        }
        yield { text, replies, done };
        text = '';
      } while (done < left.of.length);
    };
    const list = function* (): Generator<string> {
      for (let nth = 0; ; nth += 1) {
        const part = checks.part(check.id, nth);
        if (part === null) return;
        yield part.map((row) => `${JSON.stringify(row)}\n`).join('');
      }
    };
    return {
      rows: rowsWritten(),
      list,
      facts: () => ({
        made: new Date(now).toISOString(),
        app,
        server: server ?? '',
        check: {
          name: check.name,
          source: withSheet(check.source, check.shape),
          givenSha256: check.shape.givenSha256 ?? null,
          counts: tally.counts(),
        },
      }),
    };
  };
}

/** Counts rows as they are written: answers may change before the last of them is. */
function createTally() {
  const answers = Object.fromEntries(CheckAnswer.options.map((answer) => [answer, 0])) as {
    [A in CheckAnswer]: number;
  };
  let [rows, empty, repeated] = [0, 0, 0];
  return {
    add: ({ row: { answer, repeats } }: Pick<CheckedRow, 'row'>): void => {
      rows += 1;
      if (answer === null) empty += 1;
      else if (repeats !== null) repeated += 1;
      else answers[answer] += 1;
    },
    counts: (): CheckCounts => ({ rows, answers, empty, repeated }),
  };
}
