/** The handlers of whatever is asked of the directory that is open. */
import type { Account } from '../account/account.ts';
import type { TokenGuard } from '../account/token-leak-check.ts';
import type { Announce } from '../announce.ts';
import type { Clock } from '../clock.ts';
import { createCheckCalls } from './check.ts';
import { createCheckList } from './check-list.ts';
import type { Exports } from './exports.ts';
import { createLabelCalls } from './label.ts';
import { createOrganisationCalls } from './organisation.ts';
import { createOrganisationSaveCalls } from './organisation-save.ts';
import { createPeopleCalls } from './people.ts';
import { createTableCalls } from './people-table.ts';
import { createProblemCalls } from './problems.ts';
import { createSentFiles } from './sent-files.ts';
import type { SentTexts } from './sent-texts.ts';
import { createSyncCalls } from './sync.ts';

export type DirectoryCallsNeeds = {
  readonly account: Pick<Account, 'current' | 'overview'>;
  readonly announce: Announce;
  readonly texts: SentTexts;
  readonly guard: Pick<TokenGuard, 'isIn'>;
  readonly clipboard: {
    /** Resolves once the text is on the clipboard. */
    readonly copy: (text: string) => Promise<void>;
    readonly read: () => Promise<string>;
  };
  readonly files: {
    /** Asks where to save, and saves; false where the person chose not to. */
    readonly saveText: (suggestedName: string, text: string) => Promise<boolean>;
    /** Null: the person chose none. */
    readonly choose: () => Promise<string | null>;
  };
  readonly exports: Exports;
  /** What runs. */
  readonly app: { readonly version: string; readonly clock: Clock };
};

export function createDirectoryCalls({ account, announce, texts, guard, ...needs }: DirectoryCallsNeeds) {
  const { current } = account;
  const { exports } = needs;
  const { version, clock } = needs.app;
  const { copy, read: readClipboard } = needs.clipboard;
  const { saveText, choose: chooseFile } = needs.files;
  const organisation = () => current()?.organisation ?? null;
  const sentFiles = createSentFiles(guard);
  const list = createCheckList({ texts, sentFiles, readClipboard, chooseFile });
  return {
    ...createPeopleCalls({ current, saveText, copy }),
    ...createSyncCalls({ current, texts }),
    ...createLabelCalls({ current, announce }),
    ...createTableCalls({ views: () => current()?.views ?? null, copy, exports }),
    ...createOrganisationCalls(organisation, exports),
    ...createOrganisationSaveCalls({
      current: organisation,
      connection: () => account.overview().open?.connection ?? null,
      exports,
    }),
    ...createProblemCalls({ current, copy, exports }),
    ...createCheckCalls({ current, list, sentFiles, copy, exports, clock, app: version }),
  };
}
