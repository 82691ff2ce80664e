/** Above the rows: how many are shown, asking the server and how far that is, names to accept, and the column that is looked up. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconCloudQuestion, IconUserCheck } from '@tabler/icons-react';
import type { CheckFilter } from '../../contract/check.ts';
import type { CheckOverview } from '../../contract/check-overview.ts';
import type { Failure } from '../../contract/failures.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { Asking } from './asking.tsx';
import classes from './check-shown.module.css';
import { shownWords } from './check-words.ts';
import { checks, useCheckRows } from './use-check.ts';

type CheckStripProps = {
  /** Null: on its way. */
  readonly check: CheckOverview | null;
  readonly filter: CheckFilter;
};

export function CheckStrip({ check, filter }: CheckStripProps) {
  const total = useCheckRows((state) => state.shown?.total ?? null);
  const selected = useCheckRows((state) => state.selected);
  const doWithCheck = useStore((state) => state.doWithCheck);
  const exporting = useStore((state) => state.exporting);
  const stopExport = useStore((state) => state.stopExport);
  const failed = check?.counts.answers.failed ?? 0;
  return (
    <div className={classes.strip}>
      <p className={classes.shown} role="status">
        {total === null || check === null
          ? '\u00a0'
          : shownWords({
              total,
              selected: selected === null ? 0 : selected.to - selected.from,
              of: allOf(check, filter),
            })}
      </p>
      {check !== null && exporting !== null ? (
        <span className={classes.going}>
          <progress aria-label="Saving" value={exporting.done} max={exporting.total} />
          Saving {count(exporting.done)} of {count(exporting.total)}
          <Button variant="subtle" onClick={stopExport}>
            Stop
          </Button>
        </span>
      ) : check?.asking ? (
        <Asking asking={check.asking} />
      ) : (
        check !== null && (
          <>
            <Button
              variant="default"
              leftSection={<IconCloudQuestion size={16} stroke={1.7} aria-hidden="true" />}
              onClick={() => doWithCheck('ask')}
            >
              Ask the server
            </Button>
            {failed > 0 && <Deed words={`Retry ${count(failed)}`} act={() => checks.getState().act('check.retry')} />}
          </>
        )
      )}
      {check !== null && check.uniqueNames > 0 && (
        <Deed
          words={check.uniqueNames === 1 ? 'Accept 1 unique name' : `Accept ${count(check.uniqueNames)} unique names`}
          Icon={IconUserCheck}
          act={() => checks.getState().act('check.acceptNames')}
        />
      )}
      {check?.table && <ColumnChoice table={check.table} />}
    </div>
  );
}

/** How many there are before they are narrowed: rows, or people in none of them. */
const allOf = ({ counts, comparison }: CheckOverview, { show }: CheckFilter): number =>
  show === 'only-here' ? (comparison?.onlyHere ?? 0) : counts.rows;

type DeedProps = {
  readonly words: string;
  readonly Icon?: typeof IconUserCheck;
  readonly act: () => Promise<Failure | null>;
};

function Deed({ words, Icon, act }: DeedProps) {
  const tellFailure = useStore((state) => state.tellFailure);
  return (
    <Button
      variant="subtle"
      leftSection={Icon && <Icon size={16} stroke={1.7} aria-hidden="true" />}
      onClick={() => void act().then((failure) => failure !== null && tellFailure(failure))}
    >
      {words}
    </Button>
  );
}

function ColumnChoice({ table }: { readonly table: NonNullable<CheckOverview['table']> }) {
  const tellFailure = useStore((state) => state.tellFailure);
  const nameOf = (at: number) => table.columns[at]?.name || `column ${count(at + 1)}`;
  const lookUp = (column: number) =>
    void checks
      .getState()
      .lookUp(column)
      .then((failure) => failure !== null && tellFailure(failure));
  return (
    <span className={classes.stripEnd}>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button
            variant="subtle"
            className={classes.column ?? ''}
            rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          >
            {/* One text: the space between parts of a button is not drawn. */}
            <span className={classes.lookedUp}>
              Looked up: <bdi>{nameOf(table.key)}</bdi>
            </span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Column that is looked up</Menu.Label>
          <Menu.RadioGroup value={String(table.key)} onChange={(value) => lookUp(Number(value))}>
            {table.columns.map(({ sample }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <Menu.RadioItem key={at} value={String(at)} closeMenuOnClick>
                <bdi className={classes.columnName}>{nameOf(at)}</bdi>
                <bdi className={classes.sample}>{sample}</bdi>
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          {table.more > 0 && <Menu.Label>{count(table.more)} more are not offered</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
