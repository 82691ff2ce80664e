/**
 * The search's keyboard. Keys that belong to an input method's composition are left to it. Enter pressed before the
 * answer to the text is there waits for that answer, so that fast typing never opens the wrong person.
 */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { PersonCard } from '../../contract/person.ts';
import { useStore } from '../store/use-store.ts';
import { type Deed, deedOptions, foundOptions, movedTo, recentOptions, type SearchOption } from './search-option.ts';
import { nextStatus } from './search-status.tsx';

const none: readonly SearchOption[] = [];

export function useSearchKeys(text: string, onClose: () => void) {
  const found = useStore((state) => state.found);
  const recents = useStore((state) => state.recents);
  const status = useStore((state) => state.findStatus);
  const findOnly = useStore((state) => state.findOnly);
  const searching = useStore((state) => state.searching);
  const openSearch = useStore((state) => state.openSearch);
  const openPerson = useStore((state) => state.openPerson);
  const openPeople = useStore((state) => state.openPeople);
  const copy = useStore((state) => state.copy);
  const write = useStore((state) => state.write);
  const [at, setAt] = useState(0);
  const [deedsOf, setDeedsOf] = useState<PersonCard | null>(null);
  const enterWaits = useRef(false);

  const isEmpty = text.trim() === '';
  const isCurrent = found?.text === text && found.status === status;
  // Made anew only where what they show is new, so that rows that stay are not drawn again with each key.
  const people = useMemo(() => {
    if (isEmpty) return recentOptions(recents, status);
    return found === null ? none : foundOptions(found);
  }, [isEmpty, recents, status, found]);
  const deeds = useMemo(() => (deedsOf === null ? none : deedOptions(deedsOf)), [deedsOf]);
  const options = !searching ? none : deedsOf === null ? people : deeds;
  const active = options[Math.min(at, options.length - 1)];
  const activeCard = deedsOf ?? (active?.kind === 'person' ? active.person.card : null);

  const choose = (option: SearchOption) => {
    if (option.kind === 'deed') {
      if (deedsOf !== null) act(option.deed, deedsOf);
      return;
    }
    onClose();
    if (option.kind === 'everybody' || option.kind === 'listed') openPeople(option.filter);
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the awaited answer is there, and only then
  useEffect(() => {
    if (!enterWaits.current || !isCurrent) return;
    enterWaits.current = false;
    const [first] = people;
    if (first !== undefined) choose(first);
  }, [isCurrent]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // 229: how engines mark keys of a composition whose flag is already down.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (!searching) {
      if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
      event.preventDefault();
      openSearch();
      return;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const moved =
      plain && !event.shiftKey ? movedTo(event.key, Math.min(at, options.length - 1), options.length) : null;
    if (moved !== null) {
      event.preventDefault();
      setAt(moved);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (!isEmpty && !isCurrent && deedsOf === null) enterWaits.current = true;
      else if (active !== undefined) choose(active);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (deedsOf === null) onClose();
      else leaveDeeds();
    } else if (event.key === 'Tab') {
      // The search covers the page, so Tab has nowhere to go but a person's actions, and back.
      event.preventDefault();
      if (deedsOf !== null) leaveDeeds();
      else if (!event.shiftKey && activeCard !== null) {
        setDeedsOf(activeCard);
        setAt(0);
      }
    } else if (event.key === '.' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void findOnly(nextStatus(status));
    } else if (event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      const field = event.currentTarget;
      if (field.selectionStart !== field.selectionEnd || !activeCard?.email) return;
      event.preventDefault();
      void copy(activeCard.email, 'the e-mail');
    }
  };

  const leaveDeeds = () => {
    const back = people.findIndex((option) => option.kind === 'person' && option.person.card.id === deedsOf?.id);
    setDeedsOf(null);
    setAt(Math.max(0, back));
  };

  return { options, at: Math.min(at, options.length - 1), setAt, choose, deedsOf, isCurrent, isEmpty, onKeyDown };
}
