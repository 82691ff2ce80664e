/** The ways down to two people, each step a link to its person. */
import type { Member } from '../../../contract/organisation.ts';
import type { WayDown } from '../../../contract/organisation-relation.ts';
import type { Page } from '../../../contract/shown-page.ts';
import { StatusIcon } from '../../status/status-icon.tsx';
import { count } from '../../words/locale.ts';
import line from '../line-facts.module.css';
import { memberName, personWords, whoWords } from '../row-words.ts';
import { StepLink } from '../step-link.tsx';
import classes from './panel.module.css';
import { PartWords } from './part-words.tsx';
import { namedOf, wayWords } from './relation-words.ts';

type AtPage = { readonly page: Extract<Page, { view: 'organisation' }> };
type WayProps = AtPage & { readonly person: Member; readonly way: WayDown; readonly common: Member | null };

export function Way({ page, person, way, common }: WayProps) {
  const { steps, skipped, skippedAfter } = way;
  if (way.levels === 0) return null;
  const [first, last] = skipped === 0 ? [steps, []] : [steps.slice(0, skippedAfter), steps.slice(skippedAfter)];
  return (
    <section className={classes.way}>
      <h3>
        <PartWords page={page} parts={wayWords(namedOf(person), way, common)} />
      </h3>
      <ol>
        {first.map((step) => (
          <PersonLine key={step.key} page={page} member={step} />
        ))}
        {skipped > 0 && <li className={classes.skipped}>{`${count(skipped)} more`}</li>}
        {last.map((step) => (
          <PersonLine key={step.key} page={page} member={step} />
        ))}
      </ol>
    </section>
  );
}

export function PersonLine({ page, member }: AtPage & { readonly member: Member }) {
  const { card } = member;
  const words = whoWords(member).join(', ');
  return (
    <li className={classes.line} title={personWords(member)}>
      {card !== null && <StatusIcon status={card.status} />}
      <StepLink page={page} to={{ id: member.id, name: memberName(member) }} className={classes.lineName} />
      <span className={line.facts}>
        <bdi>{words}</bdi>
      </span>
    </li>
  );
}
