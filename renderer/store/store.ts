/** The one store: what is connected, which page is shown, and the actions. Built over the contract's `call`. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call } from '../../contract/calls.ts';
import { type ConnectionSlice, createConnectionSlice } from './connection.ts';
import { createNoticeSlice, type NoticeSlice } from './notice.ts';
import { createPageSlice, type PageSlice } from './page.ts';
import { createPeopleSlice, type PeopleSlice } from './people.ts';
import { createSearchSlice, type SearchSlice } from './search.ts';

export type Store = ConnectionSlice & PageSlice & PeopleSlice & NoticeSlice & SearchSlice;

export function createDirectoryStore(call: Call): StoreApi<Store> {
  return createStore<Store>()((...api) => ({
    ...createConnectionSlice(call)(...api),
    ...createPageSlice(call)(...api),
    ...createPeopleSlice(call)(...api),
    ...createNoticeSlice(call)(...api),
    ...createSearchSlice(call)(...api),
  }));
}
