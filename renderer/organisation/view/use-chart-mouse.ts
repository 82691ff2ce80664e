/** What the mouse does on a chart: cards and buttons are no elements, so what is under it is looked up. */
import { type MouseEvent, type PointerEvent, type RefObject, useCallback, useRef } from 'react';
import type { Item } from '../../../contract/organisation-items.ts';
import { relateWith } from '../relate.ts';
import { personWords } from '../row-words.ts';
import { fromScreen, type Point } from './camera.ts';
import { pressed } from './chart-shape.ts';
import { itemAt } from './hit.ts';
import type { ShownChart } from './use-chart.ts';
import type { ViewCamera } from './view-camera.ts';

type MouseNeeds = {
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly camera: ViewCamera;
  readonly request: () => void;
  readonly chart: ShownChart;
  readonly open: (key: number) => void;
  readonly showMenu: (key: number, at: Point) => void;
  /** Gives the keys to the chart. */
  readonly focus: () => void;
};

/** So many pixels beside a button still press it. */
const slack = 4;

export function useChartMouse({ surface, camera, request, chart, open, showMenu, focus }: MouseNeeds) {
  /** By its place among the items; -1: nothing that can be pressed. */
  const hovered = useRef(-1);
  const last = useRef<Point | null>(null);
  const shown = chart.state.chart;

  const placeAt = ({ x, y }: Point): number => {
    if (shown === null) return -1;
    return itemAt(shown.items, fromScreen(camera.now(), camera.size(), { x, y }), slack / camera.now().k);
  };
  const pointOf = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point => {
    const box = surface.current?.getBoundingClientRect();
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
  };
  const itemOf = (event: MouseEvent): Item | undefined => shown?.items[placeAt(pointOf(event))];
  const isPerson = (item: Item | undefined): boolean => item?.kind === 'card' || item?.kind === 'other';

  const hover = useCallback(
    (place: number, item: Item | undefined): void => {
      if (place === hovered.current) return;
      hovered.current = place;
      const element = surface.current;
      if (element !== null) {
        const member = item === undefined ? undefined : chart.members.of(item.key);
        const isCard = item?.kind === 'card' || item?.kind === 'other';
        element.dataset.over = item === undefined ? '' : item.kind;
        element.title = isCard && member !== undefined ? personWords(member) : '';
      }
      request();
    },
    [chart.members, request, surface],
  );

  return {
    hovered,
    /** What is under the mouse may be something else: the chart or the camera moved. */
    follow: () => {
      if (last.current === null) return;
      const place = placeAt(last.current);
      hover(place, shown?.items[place]);
    },
    listeners: {
      onPointerMove: (event: PointerEvent) => {
        last.current = pointOf(event);
        const place = placeAt(last.current);
        hover(place, shown?.items[place]);
      },
      onPointerLeave: () => {
        last.current = null;
        hover(-1, undefined);
      },
      onClick: (event: MouseEvent) => {
        focus();
        const item = itemOf(event);
        if (item === undefined || shown === null || event.detail > 1) return;
        const { kind, key } = item;
        if (event.shiftKey && isPerson(item))
          return void chart.members.get(key).then((member) => member !== null && relateWith(member.id));
        if (isPerson(item) || kind === 'between') void chart.centreOn(key, { kind, key });
        else {
          const shape = pressed(chart.state.shape, item, shown.links);
          if (shape !== null) chart.store.show({ shape, anchor: { kind, key } });
        }
      },
      onDoubleClick: (event: MouseEvent) => {
        const item = itemOf(event);
        if (item !== undefined && isPerson(item)) open(item.key);
      },
      onContextMenu: (event: MouseEvent) => {
        const item = itemOf(event);
        if (item === undefined || !isPerson(item)) return;
        event.preventDefault();
        showMenu(item.key, { x: event.clientX, y: event.clientY });
      },
    },
  };
}
