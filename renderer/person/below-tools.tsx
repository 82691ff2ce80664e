/** From a person to everybody below them in the table of people, and the addresses of their direct reports. */
import { Button } from '@mantine/core';
import { IconAt, IconUsers } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../contract/calls.ts';
import type { PersonPage } from '../../contract/person.ts';
import type { Below } from '../../contract/table.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import own from './reports-tab.module.css';

export function BelowTools({ page }: { readonly page: PersonPage }) {
  const countBelow = useStore((state) => state.countBelow);
  const openPeople = useStore((state) => state.openPeople);
  const copyAddressesOf = useStore((state) => state.copyAddressesOf);
  const { id } = page.user;
  const [counted, setCounted] = useState<CallOutput<'people.countBelow'> | null>(null);
  // Again with each page that comes, since people are stored while it is looked at.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page of the same person
  useEffect(() => {
    let isWanted = true;
    void countBelow(id).then((answer) => {
      if (isWanted && answer !== null) setCounted(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [id, page, countBelow]);
  if (page.summary.direct === 0 && (counted?.all ?? 0) === 0) return null;
  // Their place is kept until it is known how many there are.
  if (counted === null || counted.all === 0) return <div className={own.belowTools} />;
  const { all, direct } = counted;
  const show = (which: Below['which']) => openPeople({ below: { id, which } });
  return (
    <div className={own.belowTools}>
      {/* First who is always as wide, last who may come later: while people are counted nothing moves. */}
      {direct > 0 && (
        <Button
          variant="default"
          title={`Of the ${count(direct)} whose manager this person is`}
          leftSection={<IconAt size={16} stroke={1.7} aria-hidden="true" />}
          onClick={() => void copyAddressesOf({ below: { id, which: 'direct' } })}
        >
          Copy addresses
        </Button>
      )}
      <Button
        variant="default"
        className={own.counted}
        justify="flex-start"
        leftSection={<IconUsers size={16} stroke={1.7} aria-hidden="true" />}
        onClick={() => show('all')}
      >
        {`All ${count(all)} in People`}
      </Button>
      {direct < all && direct > 0 && (
        <Button variant="default" className={own.counted} justify="flex-start" onClick={() => show('direct')}>
          {`${count(direct)} direct in People`}
        </Button>
      )}
    </div>
  );
}
