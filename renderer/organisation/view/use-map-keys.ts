/** What the keys do on a map: the same as in a chart. */
import type { KeyboardEvent } from 'react';
import { handleKeys, type KeyHandlers } from '../../keyboard/handle-keys.ts';
import type { Around } from './map-around.ts';
import type { Step } from './stand-ins.ts';
import type { ShownMap } from './use-map.ts';
import type { ViewCamera } from './view-camera.ts';

type KeysNeeds = {
  readonly map: ShownMap;
  readonly camera: ViewCamera;
  readonly open: (key: number) => void;
  readonly showMenu: (around: Around) => void;
  readonly fit: () => void;
  readonly frame: (around: Around) => void;
};

export function useMapKeys({ map, camera, open, showMenu, fit, frame }: KeysNeeds): (event: KeyboardEvent) => void {
  const { walk, inTurn, select } = map;
  const onMap: KeyHandlers<'chart'> = {
    move: (press) => walk(press as Step),
    top: () => walk('Home'),
    open: () => inTurn(({ self }) => open(self.key)),
    centre: () => inTurn(({ self }) => select(self.key)),
    menu: () => inTurn(showMenu),
    nearer: () => camera.step('nearer'),
    further: () => camera.step('further'),
    fit,
    frame: () => inTurn(frame),
  };
  return (event) => handleKeys('chart', event, onMap);
}
