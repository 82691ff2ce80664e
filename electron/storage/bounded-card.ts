/**
 * A person in one line, as long as a line can be: hundreds of them go to the page in one message. An address or an id is
 * whole or left out, since a part of it would be another one.
 */

import { isBounded } from '../../contract/bounded-text.ts';
import { cardBounds, longestWord } from '../../contract/bounds.ts';
import type { Label, PersonCard } from '../../contract/person.ts';
import { shortened } from '../reading/read-notes.ts';

type Line = Pick<PersonCard, 'name' | 'username' | 'email' | 'availability' | 'role' | 'team'>;

export function boundedCard<C extends Line>(card: C): C {
  const { name, username, email, availability, role, team } = card;
  return {
    ...card,
    name: shortened(name, cardBounds.name),
    username: username === null ? null : shortened(username, cardBounds.username),
    email: email !== null && isBounded(email, cardBounds.email) ? email : null,
    availability: availability === null ? null : shortened(availability, cardBounds.word),
    role: boundedLabel(role),
    team: boundedLabel(team),
  };
}

/** Also of what an older reader filed, before it is read again. */
function boundedLabel(label: Label | null): Label | null {
  if (label === null || !isBounded(label.id, longestWord)) return null;
  return { ...label, name: label.name === null ? null : shortened(label.name, cardBounds.label) };
}
