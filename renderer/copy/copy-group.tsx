/** The copy buttons of a card are one stop of Tab, as in a toolbar: the arrow keys go from one to the next. */
import { createContext, type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { handleKeys } from '../keyboard/handle-keys.ts';

export type CopyStop = {
  /** The button that Tab comes to; null: there is none yet. */
  readonly stop: string | null;
  /** Puts a button among those of the card, and gives what takes it away. */
  readonly add: (id: string) => () => void;
  readonly come: (id: string) => void;
};

/** Null: each button is a stop of its own. */
export const CopyStops = createContext<CopyStop | null>(null);

type CopyGroupProps = { readonly className: string | undefined; readonly children: ReactNode };

export function CopyGroup({ className, children }: CopyGroupProps) {
  const card = useRef<HTMLDivElement>(null);
  const [ids, setIds] = useState<readonly string[]>([]);
  const [last, setLast] = useState<string | null>(null);
  const add = useCallback((id: string) => {
    setIds((before) => [...before, id]);
    return () => setIds((before) => before.filter((one) => one !== id));
  }, []);
  const stop = last !== null && ids.includes(last) ? last : (ids[0] ?? null);
  const stops = useMemo(() => ({ stop, add, come: setLast }), [stop, add]);

  const move = (press: string): boolean => {
    const buttons = [...(card.current?.querySelectorAll<HTMLElement>('[data-copy]') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    // The card has other buttons as well.
    if (at === -1) return false;
    const end = buttons.length - 1;
    const places: Readonly<Record<string, number>> = { Home: 0, End: end };
    const step = press === 'ArrowDown' || press === 'ArrowRight' ? 1 : -1;
    buttons[places[press] ?? Math.min(end, Math.max(0, at + step))]?.focus();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => handleKeys('copies', event, { move });
  return (
    <CopyStops value={stops}>
      <div
        ref={card}
        role="toolbar"
        aria-label="Copy"
        aria-orientation="vertical"
        className={className}
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
    </CopyStops>
  );
}
