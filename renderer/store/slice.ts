/** How a part of the store is written: it sets its own fields and may read and call the others. */
import type { StateCreator } from 'zustand';
import type { Store } from './store.ts';

export type SliceOf<Part> = StateCreator<Store, [], [], Part>;
