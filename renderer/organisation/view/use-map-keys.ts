/** What the keys do on a map: the same as in a chart. */
import type { KeyboardEvent } from 'react';
import { handleKeys, type KeyHandlers } from '../../keyboard/handle-keys.ts';
import type { Step } from './stand-ins.ts';
import type { ShownMap } from './use-map.ts';
import type { ViewCamera } from './view-camera.ts';

type KeysNeeds = {
  readonly map: ShownMap;
  readonly camera: ViewCamera;
  readonly open: (key: number) => void;
  readonly showMenu: (key: number) => void;
  readonly fit: () => void;
  readonly frame: () => void;
};

export function useMapKeys({ map, camera, open, showMenu, fit, frame }: KeysNeeds): (event: KeyboardEvent) => void {
  const { around, walk, select } = map;
  const active = around?.self.key ?? 0;
  const onMap: KeyHandlers<'chart'> = {
    move: (press) => walk(press as Step),
    top: () => walk('Home'),
    open: () => active !== 0 && open(active),
    centre: () => active !== 0 && select(active),
    menu: () => active !== 0 && showMenu(active),
    nearer: () => camera.step('nearer'),
    further: () => camera.step('further'),
    fit,
    frame,
  };
  return (event) => handleKeys('chart', event, onMap);
}
