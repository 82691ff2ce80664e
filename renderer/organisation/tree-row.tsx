// biome-ignore-all lint/a11y/useFocusableInteractive: the tree has the focus and names what is active in it
/** A row of the tree. Its name says all that is drawn in it. Drawn again only when something in it differs. */
import {
  IconArrowBackUp,
  IconArrowsSplit2,
  IconChevronRight,
  IconClock,
  IconCloudX,
  IconPointFilled,
  IconRepeat,
  IconUsers,
  IconUserX,
} from '@tabler/icons-react';
import { type ComponentType, memo } from 'react';
import type { Member, TreeRow as Row } from '../../contract/organisation.ts';
import waiting from '../layout/waiting-line.module.css';
import { PersonName } from '../name/person-name.tsx';
import { isOpaque, shortId } from '../name/short-id.ts';
import { StatusIcon } from '../status/status-icon.tsx';
import { count } from '../words/locale.ts';
import { indentOf, isDeep } from './indent.ts';
import {
  aloneWords,
  belowNumber,
  circleWords,
  managersOf,
  memberName,
  missingWords,
  rowWords,
  type Spot,
  shareNumber,
} from './row-words.ts';
import classes from './tree.module.css';
import { shownLevel } from './tree-state.ts';

type TreeRowProps = {
  readonly id: string;
  readonly place: number;
  /** Undefined: on its way. */
  readonly row: Row | undefined;
  readonly isActive: boolean;
  /** Below the upper edge of what it is drawn in, in pixels; undefined: below the row before. */
  readonly top?: number;
};

export const TreeRow = memo(function TreeRow({ id, place, row, isActive, top }: TreeRowProps) {
  const level = row === undefined ? 1 : shownLevel(row);
  const { nth, of } = row === undefined ? { nth: 1, of: 1 } : placeOf(row);
  return (
    <div
      id={id}
      role="treeitem"
      aria-label={row === undefined ? 'On its way' : rowWords(row)}
      aria-level={level}
      aria-posinset={nth}
      aria-setsize={of}
      aria-expanded={row?.isOpen ?? undefined}
      aria-selected={isActive}
      aria-busy={row === undefined || undefined}
      className={classes.row}
      data-place={place}
      data-apart={top === undefined ? undefined : ''}
      style={top === undefined ? undefined : { top }}
    >
      {/* The name of the row says the same, in words. */}
      <span aria-hidden="true" className={classes.drawn} style={{ paddingInlineStart: indentOf(level) }}>
        {row === undefined ? <Waiting /> : <Drawn row={row} level={level} />}
      </span>
    </div>
  );
});

function placeOf(row: Row): { readonly nth: number; readonly of: number } {
  return row.kind === 'alone' ? { nth: row.of, of: row.of } : row.member;
}

function Waiting() {
  return (
    <>
      <span className={classes.fold} />
      <span className={waiting.line} />
    </>
  );
}

function Drawn({ row, level }: { readonly row: Row; readonly level: number }) {
  return (
    <>
      {isDeep(level) && <span className={classes.depth} data-number={count(level)} />}
      <span
        className={classes.fold}
        data-fold={row.isOpen === null ? undefined : ''}
        data-open={row.isOpen || undefined}
      >
        {row.isOpen !== null && <IconChevronRight size={15} stroke={2} />}
      </span>
      {row.kind === 'alone' ? (
        <>
          <span className={classes.sign}>
            <IconUsers size={16} stroke={1.7} />
          </span>
          <span className={classes.block} title={aloneWords(row.count)}>
            {aloneWords(row.count)}
          </span>
        </>
      ) : (
        <Person member={row.member} spot={row.spot} />
      )}
    </>
  );
}

type Icon = ComponentType<{ readonly size: number; readonly stroke: number }>;

const missingIcons: { readonly [M in NonNullable<Member['missing']>]: Icon } = {
  waiting: IconClock,
  failed: IconCloudX,
  'not-found': IconUserX,
};

function Person({ member, spot }: { readonly member: Member; readonly spot: Spot }) {
  const { card, missing, below, circle, listsThemselves } = member;
  const managers = managersOf(member);
  const name = memberName(member);
  return (
    <>
      {spot?.isMatch === true && (
        <span className={classes.match} title="Matches">
          <IconPointFilled size={15} />
        </span>
      )}
      {card === null ? (
        <Sign Icon={missingIcons[missing ?? 'waiting']} words={missingWords[missing ?? 'waiting']} />
      ) : (
        <StatusIcon status={card.status} />
      )}
      {card === null ? (
        <bdi className={classes.unnamed} title={name}>
          {isOpaque(name) ? shortId(name) : name}
        </bdi>
      ) : (
        <PersonName name={name} status={card.status} short />
      )}
      {/* No text: the row is called by its name alone, and says the number in words. */}
      {below > 0 && (
        <span
          className={classes.below}
          data-some={(spot !== null && spot.count > 0) || undefined}
          data-number={spot === null ? belowNumber(member) : shareNumber(spot)}
        />
      )}
      {managers > 1 && <Sign Icon={IconArrowsSplit2} words={`${count(managers)} managers`} />}
      {circle !== null && <Sign Icon={IconRepeat} words={`In a circle: ${circleWords(circle)}`} warns />}
      {listsThemselves && <Sign Icon={IconArrowBackUp} words="Lists themselves" warns />}
    </>
  );
}

function Sign({
  Icon,
  words,
  warns = false,
}: {
  readonly Icon: Icon;
  readonly words: string;
  readonly warns?: boolean;
}) {
  return (
    <span className={classes.sign} data-warns={warns || undefined} title={words}>
      <Icon size={15} stroke={1.8} />
    </span>
  );
}
