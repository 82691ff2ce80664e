/** The line below a found person's name: role and team, and what matched where it was not the name. */
import type { FoundPerson } from '../../contract/person.ts';
import { labelText } from '../name/label-text.ts';
import { inStoredOrder } from '../name/number-runs.ts';
import { PhoneText } from '../name/phone-text.tsx';
import { MarkedText } from './marked-text.tsx';
import classes from './search.module.css';

export function FoundLine({ person }: { readonly person: FoundPerson }) {
  const { card, because } = person;
  const labels = (['role', 'team'] as const).flatMap((field) => {
    const label = card[field];
    if (label === null) return [];
    return [{ field, text: labelText(label, field), marks: because?.field === field ? because.marks : [] }];
  });
  // An address, a number or an id is what was looked for, so it stands alone; a label is marked in its place.
  const isAlone = because !== null && !['username', 'role', 'team'].includes(because.field);
  const parts = isAlone || labels.length === 0 ? [] : labels;
  const plain = isAlone ? because.text : parts.length > 0 ? null : (because?.text ?? card.email ?? card.id);
  const whole = plain ?? parts.map(({ text }) => text).join(' · ');
  return (
    <span className={classes.line} title={because?.field === 'phone' ? inStoredOrder(whole) : whole}>
      {plain !== null && because?.field === 'phone' && (
        <PhoneText
          text={plain}
          draw={(part, start) => (
            <MarkedText text={part} marks={because.marks.map(([from, to]) => [from - start, to - start])} />
          )}
        />
      )}
      {plain !== null && because?.field !== 'phone' && (
        <bdi>
          <MarkedText text={plain} marks={because?.text === plain ? because.marks : []} />
        </bdi>
      )}
      {parts.map(({ field, text, marks }, nth) => (
        <bdi key={field}>
          {nth > 0 && ' · '}
          <MarkedText text={text} marks={marks} />
        </bdi>
      ))}
      {because?.field === 'username' && parts.length > 0 && (
        <bdi>
          {' · @'}
          <MarkedText text={because.text} marks={because.marks} />
        </bdi>
      )}
    </span>
  );
}
