/** The one store: what is connected, which page is shown, and the actions. Built over the contract's `call`. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call } from '../../contract/calls.ts';
import { type AddressesSlice, createAddressesSlice } from './addresses.ts';
import { type ArrivalsSlice, createArrivalsSlice } from './arrivals.ts';
import { type CheckSlice, createCheckSlice } from './check.ts';
import { type ConnectionSlice, createConnectionSlice } from './connection.ts';
import { createDialogsSlice, type DialogsSlice } from './dialogs.ts';
import { createGivenFocusSlice, type GivenFocusSlice } from './given-focus.ts';
import { createGivenIdsSlice, type GivenIdsSlice } from './given-ids.ts';
import { createLabelsSlice, type LabelsSlice } from './labels.ts';
import { createListedSlice, type ListedSlice } from './listed.ts';
import { createNoticeSlice, type NoticeSlice } from './notice.ts';
import { createOrganisationSlice, type OrganisationSlice } from './organisation.ts';
import { createPageSlice, type PageSlice } from './page.ts';
import { createPeopleSlice, type PeopleSlice } from './people.ts';
import { createProblemsSlice, type ProblemsSlice } from './problems.ts';
import { createReportPartsSlice, type ReportPartsSlice } from './report-parts.ts';
import { createRowPicturesSlice, type RowPicturesSlice } from './row-pictures.ts';
import { createSearchSlice, type SearchSlice } from './search.ts';
import { createSelectAllSlice, type SelectAllSlice } from './select-all.ts';
import { createSyncSlice, type SyncSlice } from './sync.ts';
import { createTableSlice, type TableSlice } from './table.ts';
import { createTableOutSlice, type TableOutSlice } from './table-out.ts';
import { createTroubleSlice, type TroubleSlice } from './trouble.ts';
import { createTypedRowsSlice, type TypedRowsSlice } from './typed-rows.ts';
import { createWalkSlice, type WalkSlice } from './walk.ts';

export type Store = ConnectionSlice &
  PageSlice &
  CheckSlice &
  OrganisationSlice &
  ArrivalsSlice &
  DialogsSlice &
  ReportPartsSlice &
  PeopleSlice &
  NoticeSlice &
  TroubleSlice &
  SearchSlice &
  SyncSlice &
  ProblemsSlice &
  LabelsSlice &
  ListedSlice &
  GivenFocusSlice &
  GivenIdsSlice &
  TableSlice &
  TableOutSlice &
  AddressesSlice &
  RowPicturesSlice &
  TypedRowsSlice &
  SelectAllSlice &
  WalkSlice;

export function createDirectoryStore(call: Call): StoreApi<Store> {
  return createStore<Store>()((...api) => ({
    ...createConnectionSlice(call)(...api),
    ...createPageSlice(call)(...api),
    ...createCheckSlice()(...api),
    ...createOrganisationSlice(call)(...api),
    ...createArrivalsSlice()(...api),
    ...createDialogsSlice()(...api),
    ...createReportPartsSlice(call)(...api),
    ...createPeopleSlice(call)(...api),
    ...createNoticeSlice(call)(...api),
    ...createTroubleSlice(call)(...api),
    ...createSearchSlice(call)(...api),
    ...createSyncSlice(call)(...api),
    ...createProblemsSlice(call)(...api),
    ...createLabelsSlice(call)(...api),
    ...createListedSlice(call)(...api),
    ...createGivenFocusSlice()(...api),
    ...createGivenIdsSlice()(...api),
    ...createTableSlice(call)(...api),
    ...createTableOutSlice(call)(...api),
    ...createAddressesSlice(call)(...api),
    ...createRowPicturesSlice(call)(...api),
    ...createTypedRowsSlice(call)(...api),
    ...createSelectAllSlice()(...api),
    ...createWalkSlice()(...api),
  }));
}
