/** The handlers that save and print the organisation, a branch of it or a chart. */
import type { Connection } from '../../contract/account.ts';
import { mostPrinted } from '../../contract/bounds.ts';
import type { Handlers } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { SaveAsked } from '../../contract/organisation-save.ts';
import type { OrganisationElsewhere } from '../connection/organisation-thread.ts';
import { fileName } from '../export/file-name.ts';
import type { SavingBegun } from '../organisation/savings.ts';
import type { Ending, Exports, Sheet } from './exports.ts';
import { createWithOpen } from './with-open.ts';

export type OrganisationSaveNeeds = {
  /** Null: nothing is open. */
  readonly current: () => OrganisationElsewhere | null;
  /** The connection that is open. */
  readonly connection: () => Pick<Connection, 'kind' | 'name' | 'server'> | null;
  readonly exports: Exports;
};

export type OrganisationSaveCalls = Pick<Handlers, 'organisation.save' | 'organisation.print'>;

type Ask = OrganisationElsewhere['ask'];

export function createOrganisationSaveCalls({
  current,
  connection,
  exports,
}: OrganisationSaveNeeds): OrganisationSaveCalls {
  const withOpen = createWithOpen(current);
  /** Before the person is asked where to: what they see now is what they get. */
  const begin = async (ask: Ask, asked: Omit<SaveAsked, 'source'>): Promise<Outcome<SavingBegun>> => {
    const open = connection();
    const begun = await ask('beginSaving', [{ ...asked, source: open === null ? '' : sourceWords(open) }]);
    if (!begun.ok) return begun;
    return begun.value === null ? failed({ kind: 'cancelled' }) : succeeded(begun.value);
  };
  return {
    'organisation.save': (asked) =>
      withOpen(async ({ ask }) => {
        const begun = await begin(ask, asked);
        if (!begun.ok) return begun;
        const { total, onlyListed, name } = begun.value;
        const written = writtenBy(ask, begun.value);
        const isPdf = asked.format === 'pdf';
        if (isPdf && total > mostPrinted) return refuse(written);
        const sheet = isPdf ? sheetOf(begun.value) : undefined;
        const counted = { of: 'people', onlyListed } as const;
        const suggestedName = fileName(name, asked.format);
        const saved = await exports.save({ ...written, suggestedName, counted, sheet });
        return saved.ok ? succeeded({ ...saved.value, onlyListed }) : saved;
      }),
    'organisation.print': (asked) =>
      withOpen(async ({ ask }) => {
        const begun = await begin(ask, { ...asked, format: 'svg' });
        if (!begun.ok) return begun;
        const written = writtenBy(ask, begun.value);
        if (written.total > mostPrinted) return refuse(written);
        return exports.print({ ...written, sheet: sheetOf(begun.value) });
      }),
  };
}

function writtenBy(ask: Ask, { saving, total }: SavingBegun): Ending {
  return {
    total,
    next: async () => {
      const part = await ask('savePart', [saving]);
      if (!part.ok) return part;
      // Its thread is another one since: what it was writing is gone.
      if (part.value === null) return failed({ kind: 'closed' });
      return succeeded(part.value.isLast ? null : part.value);
    },
    end: () => ask('endSaving', [saving]),
  };
}

function sheetOf({ name, size }: SavingBegun): Sheet {
  return { title: name ?? 'Organisation', size };
}

/** The page offers no such choice. */
async function refuse({ end }: Ending): Promise<Outcome<never>> {
  await end();
  return failed({ kind: 'bad-input', where: 'printed', reason: 'too-long' });
}

/** Where an organisation comes from: "Acme (api.acme.example)". */
function sourceWords({ kind, name, server }: Pick<Connection, 'kind' | 'name' | 'server'>): string {
  if (kind === 'demo') return 'Demo directory';
  const host = URL.parse(server)?.host ?? server;
  return name === host ? host : `${name} (${host})`;
}
