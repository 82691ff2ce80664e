/**
 * The search's keyboard. Enter pressed before the answer to the text is there waits for that answer, so that fast typing
 * never opens the wrong person.
 */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { PersonCard } from '../../contract/person.ts';
import type { Status } from '../../contract/user.ts';
import { handleKeys, type KeyHandlers } from '../keyboard/handle-keys.ts';
import { store, useStore } from '../store/use-store.ts';
import { nextStatus, useMatchCounts } from './match-counts.ts';
import { type Deed, deedOptions, foundOptions, movedTo, recentOptions, type SearchOption } from './search-option.ts';

const none: readonly SearchOption[] = [];

type SearchKeysNeeds = {
  readonly text: string;
  /** What the palette lists; null: the text asks for people. */
  readonly actions: readonly SearchOption[] | null;
  readonly onClose: () => void;
  readonly onStatuses: () => void;
};

export function useSearchKeys({ text, actions, onClose, onStatuses }: SearchKeysNeeds) {
  const found = useStore((state) => state.found);
  const recents = useStore((state) => state.recents);
  const status = useStore((state) => state.findStatus);
  const findOnly = useStore((state) => state.findOnly);
  const searching = useStore((state) => state.searching);
  const openSearch = useStore((state) => state.openSearch);
  const openPerson = useStore((state) => state.openPerson);
  const openPeople = useStore((state) => state.openPeople);
  const checkThese = useStore((state) => state.checkThese);
  const copy = useStore((state) => state.copy);
  const write = useStore((state) => state.write);
  const [at, setAt] = useState(0);
  const [deedsOf, setDeedsOf] = useState<PersonCard | null>(null);
  const enterWaits = useRef(false);
  /** Once everybody is listed, the first person of this status is selected. */
  const sought = useRef<Status | null>(null);

  const isEmpty = text.trim() === '';
  const counts = useMatchCounts(isEmpty);
  const isCurrent = found?.text === text && found.status === status;
  // Made anew only where what they show is new, so that rows that stay are not drawn again with each key.
  const people = useMemo(() => {
    if (isEmpty) return recentOptions(recents, status);
    return found === null ? none : foundOptions(found);
  }, [isEmpty, recents, status, found]);
  const deeds = useMemo(() => (deedsOf === null ? none : deedOptions(deedsOf)), [deedsOf]);
  const options = !searching ? none : (actions ?? (deedsOf === null ? people : deeds));
  const active = options[Math.min(at, options.length - 1)];
  const activeCard = deedsOf ?? (active?.kind === 'person' ? active.person.card : null);

  const choose = (option: SearchOption) => {
    if (option.kind === 'deed') {
      if (deedsOf !== null) act(option.deed, deedsOf);
      return;
    }
    if (option.kind === 'hidden') {
      sought.current = option.status;
      void findOnly(null);
      return;
    }
    onClose();
    if (option.kind === 'action') {
      const { action } = option;
      // Once the focus is back where it was, so that a dialog that is opened gives it back to there.
      requestAnimationFrame(() => void action.run(store.getState()));
      return;
    }
    if (option.kind === 'check') checkThese({ kind: 'search', text: option.text });
    else if (option.kind === 'everybody' || option.kind === 'listed') openPeople(option.filter);
    else openPerson(option.kind === 'fetch' ? option.id : option.person.card.id);
  };

  const act = (deed: Deed, card: PersonCard) => {
    onClose();
    if (deed === 'open') openPerson(card.id);
    else if (deed === 'copy-id') void copy(card.id, 'the id');
    else if (card.email !== null) {
      if (deed === 'write') void write(card.id, card.email);
      else void copy(card.email, 'the e-mail');
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text starts at the top and leaves a person's actions
  useEffect(() => {
    setAt(0);
    setDeedsOf(null);
    enterWaits.current = false;
  }, [text, searching, status]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when everybody is listed, and only then
  useEffect(() => {
    if (sought.current === null || status !== null || !(isEmpty || isCurrent)) return;
    const place = people.findIndex(
      (option) => option.kind === 'person' && option.person.card.status === sought.current,
    );
    // They may stand too far down to be listed.
    if (place === -1) void findOnly(sought.current);
    else setAt(place);
    sought.current = null;
  }, [people, isCurrent, status]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the awaited answer is there, and only then
  useEffect(() => {
    if (!enterWaits.current || !isCurrent) return;
    enterWaits.current = false;
    const [first] = people;
    if (first !== undefined) choose(first);
  }, [isCurrent]);

  const leaveDeeds = () => {
    const back = people.findIndex((option) => option.kind === 'person' && option.person.card.id === deedsOf?.id);
    setDeedsOf(null);
    setAt(Math.max(0, back));
  };

  const last = options.length - 1;
  const move = (press: string) => {
    const moved = movedTo(press, Math.min(at, last), options.length);
    return moved !== null && setAt(moved);
  };
  const copyEmail = (field: HTMLInputElement) => {
    if (field.selectionStart !== field.selectionEnd || !activeCard?.email) return false;
    return copy(activeCard.email, 'the e-mail');
  };
  const nextStatusOnly = () => void findOnly(nextStatus(status, counts));
  const keysIn = (field: HTMLInputElement): KeyHandlers<'search'> => ({
    move,
    choose: () => {
      if (actions === null && !isEmpty && !isCurrent) enterWaits.current = true;
      else if (active !== undefined) choose(active);
    },
    copyEmail: () => copyEmail(field),
    // The search covers the page, so Tab has nowhere to go but a person's actions, or the statuses, and back.
    toActions: () => {
      if (activeCard === null) return onStatuses();
      setDeedsOf(activeCard);
      setAt(0);
    },
    toStatuses: onStatuses,
    nextStatus: nextStatusOnly,
    close: onClose,
  });
  const keysInDeeds = (field: HTMLInputElement): KeyHandlers<'deeds'> => ({
    move,
    choose: () => {
      if (active !== undefined) choose(active);
    },
    copyEmail: () => copyEmail(field),
    nextStatus: nextStatusOnly,
    back: leaveDeeds,
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!searching) handleKeys('field', event, { open: openSearch });
    else if (deedsOf === null) handleKeys('search', event, keysIn(event.currentTarget));
    else handleKeys('deeds', event, keysInDeeds(event.currentTarget));
  };

  return { options, at: Math.min(at, options.length - 1), setAt, choose, deedsOf, isCurrent, isEmpty, onKeyDown };
}
