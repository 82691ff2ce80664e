/** Birth date and gender: hidden until asked for, and again on the next person. */
import { useState } from 'react';
import type { ShownUser } from '../../contract/person.ts';
import { birthDate } from '../time/relative-time.ts';
import { Fact } from './facts.tsx';
import classes from './person.module.css';

export function PrivateFacts({ user }: { readonly user: ShownUser }) {
  const [shownFor, setShownFor] = useState<string | null>(null);
  const { dob, gender } = user;
  const what = [dob !== null && 'birth date', gender !== null && 'gender'].filter(Boolean).join(' and ');
  if (what === '') return null;
  if (shownFor !== user.id) {
    return (
      <Fact name="Private">
        <button type="button" className={classes.inline} onClick={() => setShownFor(user.id)}>
          Show {what}
        </button>
      </Fact>
    );
  }
  return (
    <>
      {dob !== null && <Fact name="Birth date">{birthDate(dob)}</Fact>}
      {gender !== null && (
        <Fact name="Gender">
          <bdi>{gender}</bdi>
        </Fact>
      )}
      <Fact name="Private">
        <button type="button" className={classes.inline} onClick={() => setShownFor(null)}>
          Hide {what}
        </button>
      </Fact>
    </>
  );
}
