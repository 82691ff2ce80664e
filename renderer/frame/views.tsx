/**
 * The one table of views. The rail, the page's place, back and forward, the keys and what is said where a view fails read it:
 * adding a view is its address in `contract/shown-page.ts`, one row here and a folder with its component.
 */
import { IconAlertTriangle, IconListCheck, IconSitemap, IconUsers } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import type { Page } from '../../contract/shown-page.ts';
import { later } from '../boundary/later.tsx';
import { PeoplePage } from '../people/people-page.tsx';
import { listPage } from '../store/check.ts';
import { home, type Visit } from '../store/history.ts';
import { knownPeople } from '../store/known-people.ts';
import type { Store } from '../store/store.ts';
import { freshWords } from '../words/fresh-words.ts';

export type ViewName = Page['view'];

/** Its entry in the rail. */
export type RailEntry = {
  readonly Icon: ComponentType<{ size: number; stroke: number; 'aria-hidden': 'true' }>;
  /** What the entry leads to. */
  readonly page: Page;
  /** With `Mod`, leads there from anywhere. */
  readonly key: string;
  /** The number beside its name; null: none. */
  readonly count: (state: Store) => number | null;
  /** What the number is of, where that is not plain. */
  readonly countWords?: (count: number) => string;
};

export type View<P extends Page = Page> = {
  readonly name: string;
  /** The title where it cannot be drawn. */
  readonly failed: string;
  /** Null: it is reached from other views only. */
  readonly rail: RailEntry | null;
  /** The view whose entry is marked in the rail while this one is shown; null: its own, if it has one. */
  readonly within: ViewName | null;
  /** Loads its code before it is shown; null: that comes with the page. */
  readonly prefetch: (() => Promise<void>) | null;
  /** A method, so that a view of one kind of page stands in the table of all. */
  draw(visit: Visit, page: P): ReactNode;
};

export type Views = { readonly [V in ViewName]: View<Extract<Page, { view: V }>> };

const PersonPlace = later(async () => (await import('../person/person-place.tsx')).PersonPlace);
const OrganisationPage = later(async () => (await import('../organisation/organisation-page.tsx')).OrganisationPage);
const CheckPage = later(async () => (await import('../check/check-page.tsx')).CheckPage);
const ProblemsPage = later(async () => (await import('../problems/problems-page.tsx')).ProblemsPage);

/** In the order in which they stand in the rail. */
export const views: Views = {
  people: {
    name: 'People',
    failed: 'The table of people cannot be shown',
    rail: {
      Icon: IconUsers,
      page: home,
      key: '1',
      count: (state) => (state.overview?.open ? knownPeople(state) : null),
    },
    within: null,
    prefetch: null,
    draw: (visit, { table }) => <PeoplePage key={visit.key} visit={visit} view={table} />,
  },
  organisation: {
    name: 'Organisation',
    failed: 'The organisation cannot be shown',
    rail: {
      Icon: IconSitemap,
      page: { view: 'organisation', id: null, form: 'chart' },
      key: '2',
      count: () => null,
    },
    within: null,
    prefetch: OrganisationPage.prefetch,
    // One page for all visits: it stays mounted from person to person, so that the tree and the chart move to the next one.
    draw: (visit, page) => <OrganisationPage visit={visit} page={page} />,
  },
  person: {
    name: 'Person',
    failed: 'This person cannot be shown',
    rail: null,
    within: 'people',
    prefetch: PersonPlace.prefetch,
    draw: (visit, { tab }) => <PersonPlace key={visit.key} visit={visit} tab={tab} />,
  },
  check: {
    name: 'Status check',
    failed: 'The status check cannot be shown',
    rail: {
      Icon: IconListCheck,
      page: listPage,
      key: '3',
      count: () => null,
    },
    within: null,
    prefetch: CheckPage.prefetch,
    draw: (visit, page) => <CheckPage key={visit.key} visit={visit} page={page} />,
  },
  problems: {
    name: 'Problems',
    failed: 'The problems cannot be shown',
    rail: {
      Icon: IconAlertTriangle,
      page: { view: 'problems' },
      key: '4',
      count: ({ freshProblems }) => freshProblems || null,
      countWords: freshWords,
    },
    within: null,
    prefetch: ProblemsPage.prefetch,
    draw: (visit, { list }) => <ProblemsPage key={visit.key} visit={visit} list={list} />,
  },
};
