/** What the keys do in a chart: from person to person, as they are seen, and nearer and further. */
import type { KeyboardEvent } from 'react';
import { handleKeys, type KeyHandlers } from '../../keyboard/handle-keys.ts';
import { folded } from './chart-shape.ts';
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

/** Of one press. */
export const zoomStep = 1.25;

export function useChartKeys({ chart, camera, open, showMenu, fit, frame }: KeysNeeds): (event: KeyboardEvent) => void {
  const { active, walkTo, centreOn, store, state } = chart;
  const go = (step: Step) => {
    if (state.chart === null) return;
    const found = stepFrom(state.chart.links, active, step);
    if (found === null) return;
    if ('to' in found) void walkTo(found.to);
    else {
      const shape = folded(state.shape, found.unfold, state.chart.links);
      store.show({ shape, anchor: { kind: 'card', key: found.unfold } });
      chart.walkBelow(found.unfold);
    }
  };
  const onChart: KeyHandlers<'chart'> = {
    move: (press) => go(press as Step),
    top: () => go('Home'),
    open: () => active !== 0 && open(active),
    centre: () => active !== 0 && centreOn(active, { kind: 'card', key: active }),
    menu: () => active !== 0 && showMenu(active),
    nearer: () => camera.scaleBy(zoomStep),
    further: () => camera.scaleBy(1 / zoomStep),
    fit,
    frame,
  };
  return (event) => handleKeys('chart', event, onChart);
}
