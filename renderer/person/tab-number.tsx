/** How many a tab has, beside its name. Hidden from the name, which says what the tab is; it is the tab's description. */
import { IconAlertTriangle } from '@tabler/icons-react';
import { count } from '../words/locale.ts';
import { type CountedTab, tabCountWords } from '../words/tab-words.ts';
import own from './person-shown.module.css';

type TabNumberProps = {
  readonly tab: CountedTab;
  readonly number: number;
  /** Of the description, which the tab refers to. */
  readonly id: string;
};

export function TabNumber({ tab, number, id }: TabNumberProps) {
  const words = tabCountWords(tab, number);
  return (
    <>
      <span className={own.number} data-tab={tab} title={words} aria-hidden="true">
        {tab === 'status' && <IconAlertTriangle size={13} stroke={2} />}
        {count(number)}
      </span>
      <span id={id} hidden>
        {words}
      </span>
    </>
  );
}
