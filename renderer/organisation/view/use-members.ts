/** The people of a view, read as they come into sight. */
import { useState } from 'react';
import { call } from '../../bridge/call.ts';
import { createMembers, type Members } from './members.ts';

/** `known` grows as people become known. */
export function useMembers(request: () => void): { readonly members: Members; readonly known: number } {
  const [known, setKnown] = useState(0);
  const [members] = useState(() =>
    createMembers({
      ask: (keys) => call('organisation.members', { keys: [...keys] }),
      onChange: () => {
        setKnown((times) => times + 1);
        request();
      },
    }),
  );
  return { members, known };
}
