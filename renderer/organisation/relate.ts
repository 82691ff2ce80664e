/** Opens the relation of two people from where one of them is met. */
import type { UserId } from '../../contract/ids.ts';
import { store } from '../store/use-store.ts';
import { personOf } from './tree-state.ts';
import { organisation } from './use-organisation.ts';

/** Opens the relation of somebody to a person who is chosen next. */
export function relateFrom(id: UserId): void {
  const { showPanel, giveFocus } = store.getState();
  showPanel({ kind: 'relation', a: id, b: null });
  giveFocus('panel');
}

/** Of the active person and another; without an active one, as `relateFrom`. */
export function relateWith(id: UserId): void {
  const active = personOf(organisation.getState().active?.data);
  if (active === null || active === id) relateFrom(id);
  else store.getState().showPanel({ kind: 'relation', a: active, b: id });
}
