/** What the mouse does on a map: nobody is an element there, so who is under it is looked up. */
import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Item } from '../../../contract/organisation-items.ts';
import { relateWith } from '../relate.ts';
import { personWords } from '../row-words.ts';
import { fromScreen, type Point } from './camera.ts';
import type { OtherClaim } from './map-around.ts';
import { mapItemAt } from './map-hit.ts';
import { branchOf } from './map-look.ts';
import { covers } from './map-window.ts';
import type { ShownMap } from './use-map.ts';
import type { ViewCamera } from './view-camera.ts';

type MouseNeeds = {
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly camera: ViewCamera;
  readonly request: () => void;
  readonly map: ShownMap;
  readonly showMenu: (key: number, at: Point) => void;
  /** Gives the keys to the map. */
  readonly focus: () => void;
};

/** Who is pointed at for so long is asked for, to be named, and to show who else lists them. */
const namedAfterMs = 150;

export function useMapMouse({ surface, camera, request, map, showMenu, focus }: MouseNeeds) {
  const hovered = useRef<Item | null>(null);
  const claims = useRef<readonly OtherClaim[]>([]);
  const last = useRef<Point | null>(null);
  const naming = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(naming.current), []);

  const itemAt = (at: Point): Item | null => {
    const { whole, near } = map.store.getState();
    const part = near !== null && covers(near.window, camera.now(), camera.size()) ? near : whole;
    return part === null ? null : mapItemAt(part.items, fromScreen(camera.now(), camera.size(), at));
  };
  const pointOf = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point => {
    const box = surface.current?.getBoundingClientRect();
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
  };
  const hover = (item: Item | null): void => {
    const before = hovered.current;
    hovered.current = item;
    if (item?.key === before?.key && item?.kind === before?.kind) return;
    const element = surface.current;
    claims.current = [];
    if (element !== null) {
      element.dataset.over = item?.kind === 'card' ? 'card' : '';
      element.title = '';
      clearTimeout(naming.current);
      if (item !== null) naming.current = setTimeout(() => void name(item.key, element), namedAfterMs);
    }
    request();
  };
  const name = async (key: number, element: HTMLElement): Promise<void> => {
    const member = await map.members.get(key);
    if (member === null || hovered.current?.key !== key) return;
    element.title = personWords(member);
    const around = await map.lookUp(member.id);
    if (around === null || hovered.current?.key !== key) return;
    claims.current = around.claims;
    request();
  };

  return {
    hovered,
    claims,
    /** What is under the mouse may be something else: the map or the camera moved. */
    follow: () => {
      if (last.current !== null) hover(itemAt(last.current));
    },
    listeners: {
      onPointerMove: (event: PointerEvent) => {
        last.current = pointOf(event);
        hover(itemAt(last.current));
      },
      onPointerLeave: () => {
        last.current = null;
        hover(null);
      },
      onClick: (event: MouseEvent) => {
        focus();
        const item = itemAt(pointOf(event));
        if (item === null || event.detail > 1) return;
        if (event.shiftKey) void map.members.get(item.key).then((member) => member !== null && relateWith(member.id));
        else void map.select(item.key);
      },
      onDoubleClick: (event: MouseEvent) => {
        const item = itemAt(pointOf(event));
        if (item !== null) camera.fly((size) => branchOf(item, size, map.least()));
      },
      onContextMenu: (event: MouseEvent) => {
        const item = itemAt(pointOf(event));
        if (item === null) return;
        event.preventDefault();
        showMenu(item.key, { x: event.clientX, y: event.clientY });
      },
    },
  };
}
