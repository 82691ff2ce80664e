/** The line that the rows are narrowed by: heap, answer and text. Every number is how many rows the choice shows. */
import { Button, CloseButton, Menu, TextInput } from '@mantine/core';
import { IconChevronDown, IconFilter } from '@tabler/icons-react';
import { useRef } from 'react';
import { longestText } from '../../contract/bounds.ts';
import type { CheckAnswer, CheckFilter, CheckHeap } from '../../contract/check.ts';
import type { CheckCounts } from '../../contract/check-overview.ts';
import { checkAnswerWords } from '../../contract/check-words.ts';
import status from '../status/status.module.css';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import classes from './check-shown.module.css';
import { answersOf, heapCount, heapWords } from './check-words.ts';

type ShowFilterProps = {
  /** Null: not known yet; their place is kept. */
  readonly counts: CheckCounts | null;
  readonly filter: CheckFilter;
};

type Show = CheckFilter['show'];
const heaps = Object.keys(heapWords) as CheckHeap[];

export function ShowFilter({ counts, filter }: ShowFilterProps) {
  const filterCheck = useStore((state) => state.filterCheck);
  const field = useRef<HTMLInputElement>(null);
  const choose = (show: Show) => filterCheck({ show, answer: null });
  const choices: readonly (readonly [Show, string, number | null])[] = [
    [null, 'All', counts?.rows ?? null],
    ...heaps.map((heap) => [heap, heapWords[heap], counts && heapCount(counts, heap)] as const),
    ['empty', 'Empty', counts?.empty ?? null],
    ['repeated', 'Repeated', counts?.repeated ?? null],
  ];
  return (
    <div className={`${classes.filters} ${classes.show}`}>
      <fieldset className={`${status.filter} ${classes.heaps}`} aria-label="Show">
        {choices.map(([show, words, rows]) => (
          <button
            key={show ?? 'all'}
            type="button"
            className={status.choice}
            aria-pressed={filter.show === show}
            onClick={() => choose(show)}
          >
            {words}
            <span className={classes.number}>{rows === null ? '\u2007' : count(rows)}</span>
          </button>
        ))}
      </fieldset>
      <AnswerMenu counts={counts} filter={filter} onChoose={(answer) => filterCheck({ answer })} />
      <TextInput
        ref={field}
        aria-label="Filter by text"
        placeholder="Filter"
        className={classes.text ?? ''}
        leftSection={<IconFilter size={15} stroke={1.7} aria-hidden="true" />}
        rightSection={
          filter.text !== '' && (
            <CloseButton
              size="sm"
              aria-label="Clear the text"
              onClick={() => {
                filterCheck({ text: '' });
                field.current?.focus();
              }}
            />
          )
        }
        maxLength={longestText}
        value={filter.text}
        onChange={(event) => filterCheck({ text: event.currentTarget.value })}
      />
    </div>
  );
}

type AnswerMenuProps = ShowFilterProps & { readonly onChoose: (answer: CheckAnswer | null) => void };

/** The answers of the heap that is shown, each with its rows. Its place is kept while the heap has one answer alone. */
function AnswerMenu({ counts, filter, onChoose }: AnswerMenuProps) {
  const answers = filter.show === 'gone' || filter.show === 'review' ? answersOf(filter.show) : [];
  const chosen = filter.answer;
  return (
    <span className={classes.answer} data-idle={answers.length === 0 || undefined}>
      <Menu position="bottom-start" width={230}>
        <Menu.Target>
          <Button variant="subtle" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
            {chosen === null ? 'Any answer' : checkAnswerWords[chosen]}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup
            value={chosen ?? ''}
            onChange={(value) => onChoose(value === '' ? null : (value as CheckAnswer))}
          >
            <Menu.RadioItem value="" closeMenuOnClick>
              Any answer
            </Menu.RadioItem>
            {answers.map((answer) => (
              <Menu.RadioItem key={answer} value={answer} closeMenuOnClick>
                {checkAnswerWords[answer]} {count(counts?.answers[answer] ?? 0)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
