// biome-ignore-all lint/a11y/useFocusableInteractive: the field has the focus and names the active one
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field's keys choose too
/** Who was found, each with what tells them apart. */
import type { UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import { labelText } from '../name/label-text.ts';
import { PersonName } from '../name/person-name.tsx';
import { StatusIcon } from '../status/status-icon.tsx';
import { statusSentence } from '../status/status-of.ts';
import { failureWords } from '../words/failure-words.ts';
import { byTodayWords } from './by-today.ts';
import line from './line-facts.module.css';
import options from './options.module.css';
import classes from './organisation.module.css';
import type { Found } from './use-found.ts';

type FoundListProps = {
  readonly id: string;
  readonly found: Found;
  /** Null: nobody is. */
  readonly active: number | null;
  readonly onPoint: (at: number) => void;
  readonly onChoose: (id: UserId) => void;
};

export function FoundList({ id, found, active, onPoint, onChoose }: FoundListProps) {
  const { people, failure, isPast, isByToday } = found;
  return (
    <div className={`${options.list} ${classes.found}`}>
      <div id={`${id}-list`} role="listbox" aria-label="Found in the organisation">
        {people.map(({ card }, index) => (
          <div
            key={card.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={`${options.option} ${classes.option}`}
            onMouseMove={() => onPoint(index)}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(card.id)}
          >
            <span title={statusSentence(card)} role="img" aria-label={statusSentence(card)}>
              <StatusIcon status={card.status} />
            </span>
            <PersonName name={card.name} status={card.status} short />
            <span className={line.facts} title={factsOf(card)}>
              <bdi>{factsOf(card)}</bdi>
            </span>
          </div>
        ))}
      </div>
      {isByToday && <p className={classes.nothing}>{byTodayWords}</p>}
      {people.length === 0 && (
        <p className={classes.nothing} role="status">
          {failure === null
            ? isPast
              ? 'Nobody known then matches'
              : 'Nobody known so far matches'
            : failureWords(failure).title}
        </p>
      )}
    </div>
  );
}

function factsOf({ role, team, username }: PersonCard): string {
  const facts = [role && labelText(role, 'role'), team && labelText(team, 'team')].filter(Boolean).join(' · ');
  return facts || (username === null ? '' : `@${username}`);
}
