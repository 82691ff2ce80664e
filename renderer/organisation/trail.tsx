/** A way down, the outermost first, each step a link. Of a long one the middle is in a menu. */
import { Menu } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { count } from '../words/locale.ts';
import classes from './organisation.module.css';

type TrailProps<T> = {
  readonly label: string;
  readonly steps: readonly T[];
  readonly stepOf: (step: T) => { readonly key: string | number; readonly name: string };
  readonly link: (step: T) => ReactNode;
  /** Goes to a step that is in the menu. */
  readonly onGo: (step: T) => void;
  /** What stands at its end, and is no link. */
  readonly here?: ReactNode;
};

/** So many steps stand beside each other, the outermost among them. */
const shownSteps = 4;

export function Trail<T>({ label, steps, stepOf, link, onGo, here = null }: TrailProps<T>) {
  const isLong = steps.length > shownSteps;
  const first = isLong ? steps.slice(0, 1) : steps;
  const last = isLong ? steps.slice(1 - shownSteps) : [];
  const isEnd = (step: T) => here === null && step === steps.at(-1);
  const shown = (step: T) => (
    <li key={stepOf(step).key}>
      {link(step)}
      {!isEnd(step) && <Arrow />}
    </li>
  );
  return (
    <nav aria-label={label} className={classes.where}>
      <ol>
        {first.map(shown)}
        {isLong && (
          <li>
            <Menu position="bottom-start" width={260}>
              <Menu.Target>
                <button
                  type="button"
                  className={classes.between}
                  aria-label={`${count(steps.length - shownSteps)} between them`}
                >
                  …
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                {steps.slice(1, 1 - shownSteps).map((step) => (
                  <Menu.Item key={stepOf(step).key} onClick={() => onGo(step)}>
                    <bdi className={classes.betweenName} title={stepOf(step).name}>
                      {stepOf(step).name}
                    </bdi>
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            <Arrow />
          </li>
        )}
        {last.map(shown)}
        {here}
      </ol>
    </nav>
  );
}

function Arrow() {
  return <IconChevronRight size={14} aria-hidden="true" />;
}
