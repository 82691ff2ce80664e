/** A list that is brought to be checked: pasted, on the clipboard, a file, or people selected in the table. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { firstUnits } from '../../contract/bounded-text.ts';
import { longestChecked, longestFileName } from '../../contract/bounds.ts';
import type { ListFrom } from '../../contract/check-calls.ts';
import type { CheckSource } from '../../contract/check-overview.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { ListGiven } from '../check/list-reading.ts';
import type { PeopleViewsElsewhere } from '../people/people-views.ts';
import { fileTooLarge, type SentFiles } from './sent-files.ts';
import type { SentTexts } from './sent-texts.ts';

export type Brought = { readonly given: ListGiven; readonly source: CheckSource };

export type CheckListNeeds = {
  readonly texts: Pick<SentTexts, 'wholeOf'>;
  readonly sentFiles: SentFiles;
  readonly readClipboard: () => Promise<string>;
  /** Null: the person chose none. */
  readonly chooseFile: () => Promise<string | null>;
};

export type CheckList = {
  /** Fails as `check.begin` does. */
  readonly of: (from: ListFrom, views: PeopleViewsElsewhere) => Promise<Outcome<Brought>>;
  readonly chosen: () => Promise<Outcome<Brought | null>>;
};

export function createCheckList({ texts, sentFiles, readClipboard, chooseFile }: CheckListNeeds): CheckList {
  const named = (path: string): CheckSource => ({ kind: 'file', name: firstUnits(basename(path), longestFileName) });

  const idsOf = async (views: PeopleViewsElsewhere, { people }: Extract<ListFrom, { kind: 'selection' }>) => {
    const begun = await views.beginWriting({ ...people, format: { as: 'ids' } });
    if (!begun.ok) return begun;
    if (begun.value === null) return failed({ kind: 'cancelled' });
    const { writing, total } = begun.value;
    try {
      let text = '';
      for (let done = 0; done < total; ) {
        const part = await views.writePart({ writing, from: done });
        if (!part.ok) return part;
        text += part.value.text;
        done = Math.max(part.value.done, done + 1);
      }
      return succeeded(text);
    } finally {
      await views.endWriting({ writing });
    }
  };

  return {
    of: async (from, views) => {
      switch (from.kind) {
        case 'pasted':
        case 'search': {
          const text = texts.wholeOf(from.text, 'list', longestChecked);
          return text.ok ? succeeded({ given: { text: text.value }, source: { kind: from.kind } }) : text;
        }
        case 'file': {
          const bytes = sentFiles.take(from.sent);
          return bytes.ok
            ? succeeded({ given: { bytes: bytes.value, name: from.name }, source: named(from.name) })
            : bytes;
        }
        case 'clipboard': {
          const text = await readClipboard();
          if (text.length > longestChecked) return failed({ kind: 'bad-input', where: 'list', reason: 'too-long' });
          const refusal = await sentFiles.refusalOf(text);
          return refusal ?? succeeded({ given: { text }, source: { kind: 'clipboard' } });
        }
        case 'selection': {
          const text = await idsOf(views, from);
          return text.ok ? succeeded({ given: { text: text.value }, source: { kind: 'selection' } }) : text;
        }
      }
    },
    chosen: async () => {
      const path = await chooseFile();
      if (path === null) return succeeded(null);
      try {
        const { size } = await stat(path);
        if (size > longestChecked) return fileTooLarge(size);
        const bytes = Uint8Array.from(await readFile(path));
        return (
          (await sentFiles.refusalOf(basename(path))) ??
          (await sentFiles.refusalOf(bytes)) ??
          succeeded({ given: { bytes, name: basename(path) }, source: named(path) })
        );
      } catch {
        // It is gone, a folder, or not to be read.
        return failed({ kind: 'bad-input', where: 'file', reason: 'malformed' });
      }
    },
  };
}
