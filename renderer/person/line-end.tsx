/** Why a line does not reach a top. */
import { IconRefreshAlert } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PersonCard, ReportingLine } from '../../contract/person.ts';
import classes from './lines.module.css';

const sentences: { readonly [E in Exclude<ReportingLine['end'], 'top'>]: (top: ReactNode) => ReactNode } = {
  loop: () => 'This line goes round in a circle.',
  'into-loop': (top) => (
    <>
      There is no top above {top}: the line goes on and comes back to {top}.
    </>
  ),
  cut: (top) => <>There are more managers above {top} than are shown here. Open them to go on.</>,
};

/** A circle has no beginning to be drawn from: of one there is the manager alone, and its people are named below. */
export function shownSteps({ steps, end }: ReportingLine): readonly PersonCard[] {
  return end === 'loop' ? steps.slice(-1) : steps;
}

export function LineEnd({ line }: { readonly line: ReportingLine }) {
  const [top] = line.steps;
  if (line.end === 'top' || top === undefined) return null;
  return (
    <p className={classes.loop}>
      <IconRefreshAlert size={14} stroke={1.8} aria-hidden="true" />
      <span>{sentences[line.end](<bdi>{top.name}</bdi>)}</span>
    </p>
  );
}
