/** The way down to the active person, the top first, each step a link. Of a long one the middle is in a menu. */
import { Menu } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { Named } from '../../contract/organisation.ts';
import type { Page } from '../../contract/shown-page.ts';
import { count } from '../words/locale.ts';
import classes from './organisation.module.css';
import { memberName } from './row-words.ts';
import { StepLink, useGoTo } from './step-link.tsx';
import { useOrganisation } from './use-organisation.ts';

type WhereYouAreProps = { readonly page: Extract<Page, { view: 'organisation' }> };

/** So many steps stand beside each other, the top among them. */
const shownSteps = 4;

export function WhereYouAre({ page }: WhereYouAreProps) {
  const above = useOrganisation((state) => state.above);
  const data = useOrganisation((state) => state.active?.data);
  const isLong = above.length > shownSteps;
  const first = isLong ? above.slice(0, 1) : above;
  const last = isLong ? above.slice(1 - shownSteps) : [];
  const name = data?.kind === 'member' ? memberName(data.member) : null;
  return (
    <nav aria-label="Where you are" className={classes.where}>
      <ol>
        {first.map((step) => (
          <Step key={step.id} page={page} step={step} />
        ))}
        {isLong && (
          <li>
            <Between page={page} steps={above.slice(1, 1 - shownSteps)} />
            <Arrow />
          </li>
        )}
        {last.map((step) => (
          <Step key={step.id} page={page} step={step} />
        ))}
        {name !== null && (
          <li aria-current="location" className={classes.here}>
            <bdi title={name}>{name}</bdi>
          </li>
        )}
      </ol>
    </nav>
  );
}

function Arrow() {
  return <IconChevronRight size={14} aria-hidden="true" />;
}

function Step({ page, step }: WhereYouAreProps & { readonly step: Named }) {
  return (
    <li>
      <StepLink page={page} to={step} className={classes.step} />
      <Arrow />
    </li>
  );
}

function Between({ page, steps }: WhereYouAreProps & { readonly steps: readonly Named[] }) {
  const goTo = useGoTo(page);
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <button type="button" className={classes.between} aria-label={`${count(steps.length)} between them`}>
          …
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {steps.map((step) => (
          <Menu.Item key={step.id} onClick={() => goTo(step.id)}>
            <bdi className={classes.betweenName} title={step.name}>
              {step.name}
            </bdi>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
