/** The chart: a canvas that shows it, elements over it for keys and screen readers, and the buttons of its camera. */
import { VisuallyHidden } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { FailureNotice } from '../../failure/failure-notice.tsx';
import { count } from '../../words/locale.ts';
import { boundsOf, fitted, openingAt, type Point } from './camera.ts';
import { type CardActs, CardMenu } from './card-menu.tsx';
import { branchOf } from './chart-links.ts';
import type { ChartViewProps } from './chart-props.ts';
import { folded, withBeside, withWhole } from './chart-shape.ts';
import type { DrawnChart } from './chart-store.ts';
import { drawChart } from './draw-chart.ts';
import type { Members } from './members.ts';
import { Probe } from './probe.tsx';
import { StandInTree } from './stand-in-tree.tsx';
import { standInsOf } from './stand-ins.ts';
import { useChart } from './use-chart.ts';
import { useChartKeys } from './use-chart-keys.ts';
import { useChartMouse } from './use-chart-mouse.ts';
import { useSeen } from './use-seen.ts';
import { useView } from './use-view.ts';
import classes from './view.module.css';
import { ViewBar } from './view-bar.tsx';
import { waitingChart } from './waiting-chart.ts';

export function ChartView(props: ChartViewProps) {
  const { isMarked, view, onOpen, onPlace } = props;
  const [menu, setMenu] = useState<{ readonly key: number; readonly at: Point } | null>(null);
  const { surface, canvas, probe, camera, request, tree, layer, scale, pictureOf, focus, acts } = useView(view, false);
  const seen = useSeen(camera);
  const around = useRef<readonly number[]>([]);
  const look = useCallback(
    (members: Members, { items }: Pick<DrawnChart, 'items'>) => {
      seen.look(items, members, around.current);
      seen.askPictures(items, members);
    },
    [seen],
  );
  const chart = useChart({ ...props, camera, request, look });
  const { state, members, known, active } = chart;
  const shown = state.chart;

  const standIns = useMemo(() => (shown === null ? [] : standInsOf(shown.links, active)), [shown, active]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: people who became known have names
  const named = useMemo(
    () => standIns.map((one) => ({ ...one, member: members.of(one.key) })),
    [standIns, members, known],
  );
  useEffect(() => {
    around.current = standIns.map(({ key }) => key);
    if (shown !== null) look(members, shown);
  }, [standIns, shown, members, look]);

  const open = (key: number) => void members.get(key).then((member) => member !== null && onOpen(member.id));
  const showMenu = (key: number, at?: Point) => {
    const card = shown?.links.cards.get(key);
    const box = surface.current?.getBoundingClientRect();
    if (at === undefined && (card === undefined || box === undefined)) return;
    const below = card && openingAt(camera.goal(), camera.size(), { x: card.x + card.w / 4, y: card.y + card.h });
    void members.get(key);
    setMenu({ key, at: at ?? { x: (box?.left ?? 0) + (below?.x ?? 0), y: (box?.top ?? 0) + (below?.y ?? 0) } });
  };
  const fit = () => shown !== null && camera.fly((size) => fitted(shown.links.bounds, size));
  const frame = () => {
    const boxes =
      shown === null ? [] : branchOf(shown.links, active).flatMap((key) => shown.links.cards.get(key) ?? []);
    const box = boundsOf(boxes);
    if (box !== null) camera.fly((size) => fitted(box, size));
  };
  const mouse = useChartMouse({ surface, camera, request, chart, open, showMenu, focus });
  const onKeyDown = useChartKeys({ chart, camera, open, showMenu, fit, frame });

  acts({
    draw: (pen) => {
      const { items, links, centre } = shown ?? waitingChart;
      const now = shown === null ? { ...pen, camera: fitted(waitingChart.links.bounds, pen.size) } : pen;
      drawChart(now, {
        items,
        links,
        centre,
        active,
        isMarked,
        hovered: mouse.hovered.current,
        memberOf: shown === null ? () => undefined : members.of,
        pictureOf,
      });
    },
    held: () => shown?.links.cards.get(active) ?? null,
    onMove: () => {
      mouse.follow();
      if (shown !== null) seen.glance(shown.items, members, around.current);
    },
    onRest: () => {
      if (shown === null) return;
      look(members, shown);
      place.current();
    },
    chart: () => chart.store.getState().chart?.asked ?? null,
  });
  const place = useRef<() => void>(() => undefined);
  useEffect(() => {
    place.current = () => {
      const drawn = chart.store.getState().chart;
      if (drawn !== null) onPlace({ centre: drawn.asked.centre, shape: drawn.asked.shape, camera: camera.goal() });
    };
    // Somebody who leaves in the middle of a movement comes back to its end.
    return () => place.current();
  }, [chart.store, camera, onPlace]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them is drawn
  useEffect(request, [shown, active, isMarked, known]);

  return (
    <div className={classes.view}>
      <Probe element={probe} />
      <div ref={surface} className={classes.surface} {...mouse.listeners}>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas has no focus; what it shows is told by the elements over it */}
        <canvas ref={canvas} className={classes.canvas} aria-hidden="true" />
        <StandInTree
          label="Chart"
          tree={tree}
          layer={layer}
          standIns={named}
          active={isMarked ? active : 0}
          isBusy={shown === null && state.failure === null}
          onKeyDown={onKeyDown}
        />
      </div>
      {state.failure !== null && (
        <div className={classes.failed}>
          <FailureNotice failure={state.failure} onRetry={chart.retry} />
        </div>
      )}
      {shown?.isCut === true && (
        <p className={classes.cut}>{count(shown.cards)} cards are drawn, which is as many as a chart holds.</p>
      )}
      <ViewBar scale={scale} onScale={camera.zoom} onFit={fit} onFrame={frame} />
      <CardMenu
        at={menu?.at ?? null}
        member={menu === null ? undefined : members.of(menu.key)}
        acts={actsOf(menu?.key ?? 0)}
        onClose={() => {
          setMenu(null);
          focus();
        }}
      />
      <VisuallyHidden role="status">{chart.said}</VisuallyHidden>
    </div>
  );

  function actsOf(key: number): CardActs {
    const { shape } = state;
    const anchor = { kind: 'card', key } as const;
    const change = (next: typeof shape) => chart.store.show({ shape: next, anchor });
    const links = shown?.links;
    const leads = links?.folds.get(key);
    const isWay = links?.way.includes(key) ?? false;
    const peers = isWay ? shown?.items.find((item) => item.kind === 'beside' && item.key === key) : undefined;
    const isOpen = shape.beside.includes(key);
    return {
      open: () => open(key),
      centre: () => void chart.centreOn(key, anchor),
      fold:
        leads === undefined || links === undefined
          ? null
          : {
              isOpen: leads.isOpen,
              run: () => change(folded(shape, key, links)),
              // Of somebody on the way up the chart shows no more than that way: they become its centre.
              openBelow: () =>
                isWay ? void chart.centreOn(key, anchor, withWhole(shape, key)) : change(withWhole(shape, key)),
            },
      beside:
        peers === undefined
          ? null
          : { count: peers.extra % 2 ** 31, isOpen, run: () => change(withBeside(shape, key, !isOpen)) },
    };
  }
}
