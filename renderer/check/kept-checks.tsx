/** The checks that are kept with this directory: opened, run again, named otherwise, removed. The last one is kept without a name. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { CheckId } from '../../contract/check.ts';
import type { KeptCheck } from '../../contract/check-overview.ts';
import { RowSkeleton } from '../card/person-row.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { Empty } from '../layout/empty.tsx';
import { TypedList } from '../layout/typed-list.tsx';
import { useStore } from '../store/use-store.ts';
import { Age } from '../time/ago.tsx';
import { countsWords, sourceWords } from './check-words.ts';
import classes from './list-page.module.css';
import { NameDialog } from './name-dialog.tsx';
import { OpenEvidence } from './open-evidence.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { checks, useChecks } from './use-check.ts';

export function KeptChecks() {
  const kept = useChecks((state) => state.kept);
  const failure = useChecks((state) => state.keptFailure);
  const { readKept } = checks.getState();
  const [asked, setAsked] = useState<{ readonly what: 'name' | 'remove'; readonly check: KeptCheck } | null>(null);
  const close = () => setAsked(null);
  return (
    <section aria-labelledby="kept-checks" className={classes.kept}>
      <div className={classes.keptHead}>
        <h2 id="kept-checks">Checks</h2>
        <OpenEvidence />
      </div>
      {failure !== null && <FailureNotice failure={failure} onRetry={() => void readKept()} />}
      {kept === null ? (
        failure === null && <RowSkeleton />
      ) : kept.checks.length === 0 ? (
        <Empty title="No check yet">
          The last one is kept here, and each that is named: it can be run again, and says what is different since.
        </Empty>
      ) : (
        <TypedList
          className={classes.checks}
          label="Checks"
          names={kept.checks.map((check) => check.name ?? sourceWords(check.source))}
        >
          {kept.checks.map((check) => (
            <Kept
              key={check.id}
              check={check}
              onName={() => setAsked({ what: 'name', check })}
              onRemove={() => setAsked({ what: 'remove', check })}
            />
          ))}
        </TypedList>
      )}
      <NameDialog check={asked?.what === 'name' ? asked.check : null} onClose={close} />
      <RemoveDialog check={asked?.what === 'remove' ? asked.check : null} onClose={close} />
    </section>
  );
}

type KeptProps = { readonly check: KeptCheck; readonly onName: () => void; readonly onRemove: () => void };

function Kept({ check, onName, onRemove }: KeptProps) {
  const openCheck = useStore((state) => state.openCheck);
  const name = check.name ?? sourceWords(check.source);
  return (
    <li className={classes.check}>
      <button type="button" className={classes.open} onClick={() => openCheck(check.id)}>
        <bdi className={classes.name} title={name}>
          {name}
        </bdi>
        <span className={classes.counts}>{countsWords(check.counts)}</span>
      </button>
      <span className={classes.when}>
        {check.name === null ? 'The last, without a name · ' : 'Run '}
        <Age at={check.ranAt} />
      </span>
      <RunAgain id={check.id} name={name} />
      <Menu position="bottom-end" width={180}>
        <Menu.Target>
          <ActionIcon aria-label={`More for ${name}`}>
            <IconDots size={18} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onName}>{check.name === null ? 'Name…' : 'Rename…'}</Menu.Item>
          <Menu.Item data-danger onClick={onRemove}>
            Remove…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

function RunAgain({ id, name }: { readonly id: CheckId; readonly name: string }) {
  const openCheck = useStore((state) => state.openCheck);
  const doWithCheck = useStore((state) => state.doWithCheck);
  const run = () => {
    openCheck(id);
    doWithCheck('run');
  };
  return (
    <Button variant="subtle" aria-label={`Run again: ${name}`} onClick={run}>
      Run again
    </Button>
  );
}
