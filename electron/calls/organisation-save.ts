/** The handler that saves the organisation, a branch of it or a chart as a file. */
import type { Connection } from '../../contract/account.ts';
import type { Handlers } from '../../contract/calls.ts';
import { failed, succeeded } from '../../contract/failures.ts';
import type { OrganisationElsewhere } from '../connection/organisation-thread.ts';
import { fileName } from '../export/file-name.ts';
import type { Exports } from './exports.ts';
import { createWithOpen } from './with-open.ts';

export type OrganisationSaveNeeds = {
  /** Null: nothing is open. */
  readonly current: () => OrganisationElsewhere | null;
  /** The connection that is open. */
  readonly connection: () => Pick<Connection, 'kind' | 'name' | 'server'> | null;
  readonly exports: Exports;
};

export function createOrganisationSaveCalls({
  current,
  connection,
  exports,
}: OrganisationSaveNeeds): Pick<Handlers, 'organisation.save'> {
  const withOpen = createWithOpen(current);
  return {
    'organisation.save': (asked) =>
      withOpen(async ({ ask }) => {
        const open = connection();
        const source = open === null ? '' : sourceWords(open);
        // Before the person is asked where to: what they see now is what they get.
        const begun = await ask('beginSaving', [{ ...asked, source }]);
        if (!begun.ok) return begun;
        if (begun.value === null) return failed({ kind: 'cancelled' });
        const { saving, total, onlyListed, name } = begun.value;
        const saved = await exports.save({
          total,
          suggestedName: fileName(name, asked.format),
          next: async () => {
            const part = await ask('savePart', [saving]);
            if (!part.ok) return part;
            // Its thread is another one since: what it was writing is gone.
            if (part.value === null) return failed({ kind: 'closed' });
            return succeeded(part.value.isLast ? null : part.value);
          },
          end: () => ask('endSaving', [saving]),
        });
        return saved.ok ? succeeded({ ...saved.value, onlyListed }) : saved;
      }),
  };
}

/** Where an organisation comes from: "Acme (api.acme.example)". */
function sourceWords({ kind, name, server }: Pick<Connection, 'kind' | 'name' | 'server'>): string {
  if (kind === 'demo') return 'Demo directory';
  const host = URL.parse(server)?.host ?? server;
  return name === host ? host : `${name} (${host})`;
}
