/** What the table is narrowed to that no button of the filters names: each is taken away by its own button. */
import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { withoutLabel } from '../../contract/people-view.ts';
import type { Below, BelowNamed, PeopleFilter } from '../../contract/table.ts';
import { useStore } from '../store/use-store.ts';
import classes from './filters.module.css';

export function FilterChips({ filter: { below, countryCode } }: { readonly filter: PeopleFilter }) {
  const named = useStore((state) => state.table.shown?.below ?? null);
  const showTable = useStore((state) => state.showTable);
  return (
    <>
      {below !== null && (
        <BelowChip below={below} named={named} onRemove={() => showTable({ filter: { below: null } })} />
      )}
      {countryCode !== null && (
        <Chip title={codeWords(countryCode)} onRemove={() => showTable({ filter: { countryCode: null } })}>
          {codeWords(countryCode)}
        </Chip>
      )}
    </>
  );
}

type BelowChipProps = {
  readonly below: Below;
  /** What somebody is called who may be the person above; null: nobody's name is known. */
  readonly named: BelowNamed | null;
  readonly onRemove: () => void;
};

export function BelowChip({ below, named, onRemove }: BelowChipProps) {
  const name = named !== null && named.id === below.id ? named.name : '…';
  return (
    <Chip title={`Below ${name}`} onRemove={onRemove}>
      {below.which === 'all' ? 'Below' : 'Directly below'} <bdi>{name}</bdi>
    </Chip>
  );
}

export function codeWords(code: string): string {
  return code === withoutLabel ? 'No country code' : `Numbers of +${code}`;
}

type ChipProps = { readonly title: string; readonly onRemove: () => void; readonly children: ReactNode };

export function Chip({ title, onRemove, children }: ChipProps) {
  return (
    <span className={classes.chip}>
      <span className={classes.chipName} title={title}>
        {children}
      </span>
      <CloseButton size="sm" aria-label={`Remove the filter: ${title}`} onClick={onRemove} />
    </span>
  );
}
