// biome-ignore-all lint/a11y/useSemanticElements: people one after the other, each with its level, where their cards are
// biome-ignore-all lint/a11y/useFocusableInteractive: the tree has the focus and names who is active in it
/**
 * The chart as keys and screen readers have it: an element for each person around the active one, unseen, where their card is
 * drawn. The ring of the focus is theirs, so that forced colours and magnifiers know it.
 */
import { type KeyboardEvent, memo, type RefObject, useId } from 'react';
import type { Member } from '../../../contract/organisation.ts';
import { personWords } from '../row-words.ts';
import { toScreen } from './camera.ts';
import type { StandIn } from './stand-ins.ts';
import classes from './view.module.css';
import type { ViewCamera } from './view-camera.ts';

type StandInTreeProps = {
  readonly label: string;
  readonly tree: RefObject<HTMLDivElement | null>;
  /** Moved with the camera. */
  readonly layer: RefObject<HTMLDivElement | null>;
  readonly standIns: readonly (StandIn & { readonly member: Member | undefined })[];
  readonly active: number;
  readonly isBusy: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

export function StandInTree({ label, tree, layer, standIns, active, isBusy, onKeyDown }: StandInTreeProps) {
  const id = useId();
  const isThere = standIns.some(({ key }) => key === active);
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={label}
      aria-busy={isBusy}
      aria-activedescendant={isThere ? `${id}-${active}` : undefined}
      tabIndex={0}
      className={classes.tree}
      onKeyDown={onKeyDown}
    >
      <div ref={layer} role="presentation" className={classes.layer}>
        {standIns.map((one) => (
          <StandInItem {...one} key={one.key} id={`${id}-${one.key}`} isActive={one.key === active} />
        ))}
      </div>
    </div>
  );
}

/** Brings the elements over what is drawn of their people. */
export function moveLayer(layer: HTMLElement | null, camera: Pick<ViewCamera, 'now' | 'size'>): void {
  if (layer === null) return;
  const { k } = camera.now();
  const { x, y } = toScreen(camera.now(), camera.size(), { x: 0, y: 0 });
  layer.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
  layer.style.setProperty('--k', String(k));
}

type StandInItemProps = StandIn & {
  readonly id: string;
  readonly member: Member | undefined;
  readonly isActive: boolean;
};

const StandInItem = memo(function StandInItem({
  id,
  box,
  level,
  nth,
  of,
  isOpen,
  isMatch,
  member,
  isActive,
}: StandInItemProps) {
  return (
    <div
      id={id}
      role="treeitem"
      aria-label={member === undefined ? 'Not read yet' : personWords(member, { isMatch })}
      aria-level={level}
      aria-posinset={member?.nth ?? nth}
      aria-setsize={member?.of ?? of}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isActive}
      className={classes.standIn}
      style={{ left: box.x, top: box.y, width: box.w, height: box.h }}
    />
  );
});
