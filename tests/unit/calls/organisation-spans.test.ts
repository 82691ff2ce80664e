/** Saving spans and layers: the parts of one moment, written where the person chose, or nothing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { succeeded } from '../../../contract/failures.ts';
import { createExports } from '../../../electron/calls/exports.ts';
import { createSaveSpans } from '../../../electron/calls/organisation-spans.ts';
import { createWithOpen } from '../../../electron/calls/with-open.ts';
import type { OrganisationElsewhere } from '../../../electron/connection/organisation-thread.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { noPaper } from './no-paper.ts';

const asked = { id: null, file: 'leaders' } as const;

function saving(parts: readonly (string | null)[], path: string | null) {
  const ended: unknown[] = [];
  const answers: { readonly [name: string]: (input: { readonly from: number }) => unknown } = {
    beginSpansFile: () => ({ number: 7, total: parts.length }),
    spansPart: ({ from }) => {
      const text = parts[from];
      return text == null ? null : { text, done: from + 1 };
    },
    endSpansFile: (input) => {
      ended.push(input);
      return null;
    },
  };
  const ask = async (name: string, [input]: [never]) => succeeded(answers[name]?.(input));
  const told: unknown[] = [];
  let now = 0;
  const monotonic = () => {
    now += 700;
    return now;
  };
  const save = createSaveSpans(
    createWithOpen(() => ({ ask }) as unknown as OrganisationElsewhere),
    createExports({
      choosePath: async () => path,
      unfinished: { note: async () => async () => undefined },
      announce: (name, data) => told.push([name, data]),
      paper: noPaper,
      // Each look at the clock takes so long that every part is one to tell of.
      clock: { monotonic, sleep: () => new Promise(() => undefined) },
    }),
  );
  return { save, ended, told };
}

describe('spans and layers', () => {
  it('are saved part after part, and what was begun is ended', async () => {
    const file = join(temporaryFolder(), 'spans.csv');
    const { save, ended, told } = saving(['head\r\n', 'Ana\r\n', 'Bo\r\n'], file);
    expect(await save(asked)).toEqual({ ok: true, value: { saved: 3 } });
    expect(readFileSync(file, 'utf8')).toBe('head\r\nAna\r\nBo\r\n');
    expect(ended).toEqual([{ number: 7 }]);
    // A page that was loaded again is told what was saved: lines are no people.
    expect(told.at(-1)).toEqual(['export.ended', { saved: 3, of: 'lines', onlyListed: 0, failure: null }]);
  });

  it('are not written where the person chose not to', async () => {
    const { save, ended } = saving(['head'], null);
    expect(await save(asked)).toEqual({ ok: true, value: { saved: null } });
    expect(ended).toHaveLength(1);
  });

  it('leave nothing behind where the thread was another one in between', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'spans.csv');
    const { save, ended } = saving(['head', null, 'Bo'], file);
    expect(await save(asked)).toEqual({ ok: false, failure: { kind: 'closed' } });
    expect([existsSync(file), readdirSync(folder)]).toEqual([false, []]);
    expect(ended).toHaveLength(1);
  });

  it('say why they could not be written', async () => {
    const { save } = saving(['head'], join(temporaryFolder(), 'no', 'such', 'folder.csv'));
    expect(await save(asked)).toMatchObject({ ok: false, failure: { kind: 'not-saved' } });
  });
});
