/**
 * Teams, roles, statuses or country codes, each with how many people have it and a bar as long as that. Pressing one narrows the
 * table to it, pressing it again does not. The arrow keys lead from one to the next.
 */
import { useEffect, useRef, useState } from 'react';
import { withoutLabel } from '../../contract/people-view.ts';
import { statusWords } from '../../contract/status-words.ts';
import type { Headcount as Counted, HeadcountBy, PeopleFilter } from '../../contract/table.ts';
import type { Status } from '../../contract/user.ts';
import { handleKeys, type KeyHandlers } from '../keyboard/handle-keys.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import classes from './headcount.module.css';
import { wordOf } from './label-words.ts';
import { useLateFocus } from './use-late-focus.ts';

type Row = Counted['rows'][number];

const kinds: readonly (readonly [HeadcountBy, string])[] = [
  ['team', 'Team'],
  ['role', 'Role'],
  ['status', 'Status'],
  ['countryCode', 'Country code'],
];

export function Headcount({ filter }: { readonly filter: PeopleFilter }) {
  const readHeadcount = useStore((state) => state.readHeadcount);
  const showTable = useStore((state) => state.showTable);
  // People come while they are fetched, and with them other counts.
  const snapshot = useStore((state) => state.table.shown?.snapshot ?? 0);
  const [by, setBy] = useState<HeadcountBy>('team');
  const [counted, setCounted] = useState<{ readonly by: HeadcountBy; readonly counts: Counted } | null>(null);
  const [at, setAt] = useState(0);
  const kindButtons = useRef<HTMLFieldSetElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  useLateFocus(kindButtons);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for another snapshot
  useEffect(() => {
    let isWanted = true;
    void readHeadcount({ filter, by }).then((counts) => {
      if (isWanted && counts !== null) setCounted({ by, counts });
    });
    return () => {
      isWanted = false;
    };
  }, [filter, by, snapshot, readHeadcount]);

  const counts = counted?.by === by ? counted.counts : null;
  const rows = counts?.rows ?? [];
  const most = Math.max(1, ...rows.map(({ people }) => people));
  const active = Math.min(at, rows.length - 1);
  const go = (to: number): boolean => {
    const next = Math.max(0, Math.min(to, rows.length - 1));
    setAt(next);
    body.current?.querySelectorAll('button')[next]?.focus();
    return true;
  };
  const onKeys: KeyHandlers<'headcount'> = {
    move: (press) =>
      go(press === 'Home' ? 0 : press === 'End' ? rows.length - 1 : active + (press === 'ArrowDown' ? 1 : -1)),
  };
  const press = ({ value }: Row) => showTable({ filter: changeTo(by, filter[by] === value ? null : value) });

  return (
    <>
      <fieldset ref={kindButtons} className={classes.kinds} aria-label="Headcount by">
        {kinds.map(([kind, words]) => (
          <button
            key={kind}
            type="button"
            aria-pressed={kind === by}
            onClick={() => {
              setBy(kind);
              setAt(0);
            }}
          >
            {words}
          </button>
        ))}
      </fieldset>
      <div className={classes.frame}>
        <table className={classes.table} aria-label={`Headcount by ${kinds.find(([kind]) => kind === by)?.[1]}`}>
          <thead>
            <tr>
              <th scope="col">{kinds.find(([kind]) => kind === by)?.[1]}</th>
              <th scope="col">People</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row, nth) => (
              <tr key={row.value}>
                <th scope="row">
                  <button
                    type="button"
                    className={classes.row}
                    aria-pressed={filter[by] === row.value}
                    tabIndex={nth === active ? 0 : -1}
                    title={wordsOf(by, row)}
                    onFocus={() => setAt(nth)}
                    onClick={() => press(row)}
                    onKeyDown={(event) => handleKeys('headcount', event, onKeys)}
                  >
                    <bdi>{wordsOf(by, row)}</bdi>
                    <span className={classes.bar} aria-hidden="true">
                      <span style={{ width: `${(100 * row.people) / most}%` }} />
                    </span>
                  </button>
                </th>
                <td>{count(row.people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.note} role="status">
        {counts !== null && noteOf(counts)}
      </p>
    </>
  );
}

function wordsOf(by: HeadcountBy, { value, name }: Row): string {
  if (by === 'status') return statusWords[value as Status];
  if (by === 'countryCode') return value === withoutLabel ? 'No country code' : `+${value}`;
  return wordOf(by, { id: value, name });
}

function changeTo(by: HeadcountBy, value: string | null): Partial<PeopleFilter> {
  return by === 'status' ? { status: value as Status | null } : { [by]: value };
}

/** "Of 1,200 people", "Of 1,200 people; 30 more with 45 people are not listed". */
function noteOf({ people, more }: Counted): string {
  const all = `Of ${count(people)} ${people === 1 ? 'person' : 'people'}`;
  return more.values === 0 ? all : `${all}; ${count(more.values)} more, with ${count(more.people)}, are not listed`;
}
