/** The ways from a person to the top: one line for each manager who claims them, with when the claim was seen. */
import { IconArrowsSplit2, IconChevronRight } from '@tabler/icons-react';
import type { PersonCard, PersonPage, ReportingLine } from '../../contract/person.ts';
import { OrganisationLink } from '../name/organisation-link.tsx';
import { PersonLink } from '../name/person-link.tsx';
import { PersonName } from '../name/person-name.tsx';
import { PersonPicture } from '../picture/person-picture.tsx';
import { GoneMark } from '../status/gone-mark.tsx';
import { Age } from '../time/ago.tsx';
import { LineEnd, shownSteps } from './line-end.tsx';
import classes from './lines.module.css';
import { ReportingLoop } from './reporting-loop.tsx';

export function ReportingLines({ page }: { readonly page: PersonPage }) {
  const [main, ...others] = page.lines;
  return (
    <nav aria-label="Reporting chain" className={classes.lines}>
      {main === undefined ? (
        <p className={classes.note}>
          No manager found.{' '}
          <span className={classes.seen}>Nobody known so far lists this person as a direct report.</span>{' '}
          <OrganisationLink id={page.user.id} />
        </p>
      ) : (
        <Line line={main} person={page.card} isOnly={others.length === 0} />
      )}
      {others.map((line) => (
        <OtherLine key={line.steps.at(-1)?.id} line={line} main={main} />
      ))}
      <ReportingLoop page={page} />
    </nav>
  );
}

type LineProps = {
  readonly line: ReportingLine;
  readonly person: PersonCard;
  /** Where there are others, they tell the age of this one too. */
  readonly isOnly: boolean;
};

function Line({ line, person, isOnly }: LineProps) {
  const manager = line.steps.at(-1);
  return (
    <>
      <div className={classes.main}>
        <ol className={classes.line}>
          {shownSteps(line).map((step) => (
            <li key={step.id}>
              <Step card={step} />
              <IconChevronRight size={14} aria-hidden="true" />
            </li>
          ))}
          <li aria-current="page" className={classes.self}>
            <PersonPicture id={person.id} name={person.name} picture={person.picture} size={22} />
            <PersonName name={person.name} status={person.status} short />
            <OrganisationLink id={person.id} name={person.name} />
          </li>
        </ol>
        {isOnly && manager !== undefined && (
          <span className={classes.seen}>
            listed by <bdi>{manager.name}</bdi>, seen <Age at={line.seenAt} />
          </span>
        )}
      </div>
      <LineEnd line={line} />
    </>
  );
}

function OtherLine({ line, main }: { readonly line: ReportingLine; readonly main: ReportingLine | undefined }) {
  const manager = line.steps.at(-1);
  const first = main?.steps.at(-1);
  if (manager === undefined) return null;
  return (
    <>
      <div className={classes.other}>
        <IconArrowsSplit2 size={14} stroke={1.7} aria-hidden="true" />
        <span>Second manager:</span>
        <Step card={manager} />
        <span className={classes.seen}>
          seen <Age at={line.seenAt} />
          {main !== undefined && first !== undefined && (
            <>
              {' '}
              · <bdi>{first.name}</bdi>’s claim is from <Age at={main.seenAt} />
            </>
          )}
        </span>
        {shownSteps(line).length > 1 && (
          <ol className={classes.above} aria-label={`Above ${manager.name}`}>
            {shownSteps(line)
              .slice(0, -1)
              .map((step) => (
                <li key={step.id}>
                  <Step card={step} />
                  <IconChevronRight size={12} aria-hidden="true" />
                </li>
              ))}
            <li>
              <PersonName name={manager.name} status={manager.status} />
            </li>
          </ol>
        )}
      </div>
      <LineEnd line={line} />
    </>
  );
}

function Step({ card }: { readonly card: PersonCard }) {
  return (
    <PersonLink id={card.id} className={classes.step}>
      <PersonPicture id={card.id} name={card.name} picture={card.picture} size={22} />
      <PersonName name={card.name} status={card.status} short />
      <GoneMark of={card} />
    </PersonLink>
  );
}
