/** What the keys do in a chart: from person to person, as they are seen, and nearer and further. */
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { handleKeys, type KeyHandlers } from '../../keyboard/handle-keys.ts';
import { revealing } from './chart-shape.ts';
import { type Step, stepFrom } from './stand-ins.ts';
import type { ShownChart } from './use-chart.ts';
import type { ViewCamera } from './view-camera.ts';

type KeysNeeds = {
  readonly chart: ShownChart;
  readonly camera: ViewCamera;
  readonly open: (key: number) => void;
  readonly showMenu: (key: number) => void;
  readonly fit: () => void;
  readonly frame: () => void;
};

export function useChartKeys(needs: KeysNeeds): (event: KeyboardEvent) => void {
  const { camera } = needs;
  const latest = useRef(needs);
  useLayoutEffect(() => {
    latest.current = needs;
  });
  const last = useRef<Promise<void>>(Promise.resolve());
  /** One key after the other, each on what the one before has led to. */
  const inTurn = (act: (now: KeysNeeds) => unknown): void => {
    const run = async (): Promise<void> => {
      await act(latest.current);
      const { store, walkedOn } = latest.current.chart;
      await store.settled();
      await walkedOn();
      await drawnAgain();
    };
    last.current = last.current.then(run, run);
  };
  const go = (step: Step) =>
    inTurn(({ chart: { state, active, walkTo, walkOn, store } }) => {
      if (state.chart === null) return undefined;
      const found = stepFrom(state.chart.links, active, step);
      if (found === null) return undefined;
      if ('to' in found) return walkTo(found.to);
      walkOn(active, step);
      const shape = revealing(state.shape, found, state.chart.links);
      return store.show({ shape, anchor: { kind: 'card', key: active } });
    });
  const ofActive = (act: (now: KeysNeeds, active: number) => unknown) =>
    inTurn((now) => (now.chart.active === 0 ? undefined : act(now, now.chart.active)));
  const onChart: KeyHandlers<'chart'> = {
    move: (press) => go(press as Step),
    top: () => go('Home'),
    // Who comes back finds the page about the person walked to last.
    open: () => ofActive(({ open, chart }, active) => chart.followed().then(() => open(active))),
    centre: () => ofActive(({ chart }, active) => chart.centreOn(active, { kind: 'card', key: active })),
    menu: () => ofActive(({ showMenu }, active) => showMenu(active)),
    nearer: () => camera.step('nearer'),
    further: () => camera.step('further'),
    fit: () => inTurn((now) => now.fit()),
    frame: () => inTurn((now) => now.frame()),
  };
  return (event) => handleKeys('chart', event, onChart);
}

/** What was changed is on the page. */
function drawnAgain(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
