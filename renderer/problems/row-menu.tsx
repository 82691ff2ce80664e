/** What can be done with a problem: to the person, to the organisation, to the reply that shows it, and set aside. */

import { Menu } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import type { ProblemRow } from '../../contract/problems.ts';
import { organisationWords } from '../name/organisation-link.tsx';
import { useStore } from '../store/use-store.ts';
import classes from './columns.module.css';
import { addressOf, opensOf, subjectText } from './problem-people.ts';
import { problemRows } from './use-problems.ts';

export type MenuOf = {
  readonly row: ProblemRow;
  readonly pointOf: () => { readonly x: number; readonly y: number };
};

type RowMenuProps = {
  /** Null: it is closed. */
  readonly of: MenuOf | null;
  /** Gives the focus back to the rows. */
  readonly onClose: () => void;
};

export function RowMenu({ of, onClose }: RowMenuProps) {
  const target = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it stays where it opened
  useLayoutEffect(() => {
    if (of === null || target.current === null) return;
    const { x, y } = of.pointOf();
    Object.assign(target.current.style, { left: `${x}px`, top: `${y}px` });
  }, [of !== null]);
  return (
    <Menu
      opened={of !== null}
      onChange={(opened) => !opened && onClose()}
      // Not by a key as well: the one that opens it comes by after it is open.
      clickOutsideEvents={['mousedown', 'touchstart']}
      // One that fades out would hear the keys that follow, and act on them.
      transitionProps={{ duration: 0 }}
      position="bottom-start"
      width={300}
    >
      <Menu.Target>
        <button ref={target} type="button" tabIndex={-1} className={classes.menuPlace} aria-label="The problem" />
      </Menu.Target>
      <Menu.Dropdown>{of !== null && <Items row={of.row} />}</Menu.Dropdown>
    </Menu>
  );
}

function Items({ row: { problem, evidence, aside } }: { readonly row: ProblemRow }) {
  const openPerson = useStore((state) => state.openPerson);
  const showInOrganisation = useStore((state) => state.showInOrganisation);
  const doWithProblems = useStore((state) => state.doWithProblems);
  const copy = useStore((state) => state.copy);
  const person = opensOf(problem);
  const address = addressOf(problem);
  const nearest = problem.kind === 'left-behind' ? problem.nearest : null;
  const { selected } = problemRows.getState();
  const isOne = selected !== 'all' && selected.size <= 1;
  return (
    <>
      <Menu.Label className={classes.menuOf ?? ''}>
        <bdi>{subjectText(problem)}</bdi>
      </Menu.Label>
      {person !== null && <Menu.Item onClick={() => openPerson(person)}>Open the person</Menu.Item>}
      {nearest !== null && (
        <Menu.Item onClick={() => openPerson(nearest.id)}>Open the nearest manager who is there</Menu.Item>
      )}
      {person !== null && <Menu.Item onClick={() => showInOrganisation(person)}>{organisationWords}</Menu.Item>}
      {evidence !== null && <Menu.Item onClick={() => doWithProblems('evidence')}>Evidence…</Menu.Item>}
      {address !== null && <Menu.Item onClick={() => void copy(address, 'the address')}>Copy address</Menu.Item>}
      {aside === null ? (
        <Menu.Item onClick={() => doWithProblems('set-aside')}>
          {isOne ? 'Set aside…' : 'Set those selected aside…'}
        </Menu.Item>
      ) : (
        <Menu.Item onClick={() => doWithProblems('take-back')}>
          {isOne ? 'Take back' : 'Take those selected back'}
        </Menu.Item>
      )}
    </>
  );
}
