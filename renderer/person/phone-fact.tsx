/** One telephone field: what it says, and what of it can be dialled. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import type { UserId } from '../../contract/ids.ts';
import type { PhoneReading } from '../../contract/reach.ts';
import type { Phone } from '../../contract/user.ts';
import { PhoneText } from '../name/phone-text.tsx';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { dialWords } from './dial-words.ts';
import { Fact } from './facts.tsx';
import classes from './person.module.css';

type PhoneFactProps = {
  readonly id: UserId;
  readonly phone: Phone;
  readonly reading: PhoneReading;
  /** Whether the person has others. */
  readonly isOneOfSeveral: boolean;
};

export function PhoneFact({ id, phone, reading, isOneOfSeveral }: PhoneFactProps) {
  const callNumber = useStore((state) => state.callNumber);
  const { dial, shown, extension, others } = reading;
  return (
    <Fact
      name="Phone"
      copy={{ text: phone.number, what: 'the phone number' }}
      act={
        dial !== null && (
          <Tooltip label={dialWords(reading)}>
            <ActionIcon size={28} aria-label={`Dial ${phone.number}`} onClick={() => void callNumber(id, phone.number)}>
              <IconPhone size={16} stroke={1.7} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        )
      }
    >
      <PhoneText text={phone.number} />
      {phone.type !== null && <span className={classes.aside}>{phone.type}</span>}
      {phone.isPrimary && isOneOfSeveral && <span className={classes.aside}>primary</span>}
      {extension !== null && (
        <span className={classes.aside}>
          extension <bdo dir="ltr">{extension}</bdo>
        </span>
      )}
      {others > 0 && (
        <span className={classes.aside}>
          {count(others + 1)} numbers, <bdo dir="ltr">{shown}</bdo> is dialled
        </span>
      )}
      {dial === null && <span className={classes.aside}>no whole number to dial</span>}
    </Fact>
  );
}
