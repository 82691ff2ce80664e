/** The way down to the active person, the top first, each step a link. */
import type { Page } from '../../contract/shown-page.ts';
import classes from './organisation.module.css';
import { memberName } from './row-words.ts';
import { StepLink, useGoTo } from './step-link.tsx';
import { Trail } from './trail.tsx';
import { useOrganisation } from './use-organisation.ts';

type WhereYouAreProps = { readonly page: Extract<Page, { view: 'organisation' }> };

export function WhereYouAre({ page }: WhereYouAreProps) {
  const above = useOrganisation((state) => state.above);
  const data = useOrganisation((state) => state.active?.data);
  const goTo = useGoTo(page);
  const name = data?.kind === 'member' ? memberName(data.member) : null;
  return (
    <Trail
      label="Where you are"
      steps={above}
      stepOf={({ id, name: called }) => ({ key: id, name: called })}
      link={(step) => <StepLink page={page} to={step} className={classes.step} />}
      onGo={({ id }) => goTo(id)}
      here={
        name !== null && (
          <li aria-current="location" className={classes.here}>
            <bdi title={name}>{name}</bdi>
          </li>
        )
      }
    />
  );
}
