/** A list that is drawn whole, in which typed letters lead to the next row whose name begins with them. */
import { type ReactNode, useRef } from 'react';
import { useTypedRows } from './use-typed-rows.ts';

type TypedListProps = {
  readonly className: string | undefined;
  readonly label?: string;
  /** Of each row; null: it has none. */
  readonly names: readonly (string | null)[];
  readonly children: ReactNode;
};

export function TypedList({ className, label, names, children }: TypedListProps) {
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = useTypedRows({ list, count: names.length, nameAt: (index) => names[index] ?? null });
  return (
    <ul ref={list} className={className} aria-label={label} onKeyDown={onKeyDown}>
      {children}
    </ul>
  );
}
