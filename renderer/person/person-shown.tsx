/** A person: where they stand in the organisation, who they are, what has to be known, and the five tabs. */
import { Tabs } from '@mantine/core';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { PersonPage } from '../../contract/person.ts';
import type { PersonTab } from '../../contract/shown-page.ts';
import { reachPlace } from '../layout/reach-place.ts';
import { useKeptScroll, useScroller } from '../layout/scroller.tsx';
import { useGivenFocus } from '../layout/use-given-focus.ts';
import type { Visit } from '../store/history.ts';
import { useStore } from '../store/use-store.ts';
import { type CountedTab, tabWords } from '../words/tab-words.ts';
import { Cover } from './cover.tsx';
import { Emails } from './emails.tsx';
import { Overview } from './overview.tsx';
import classes from './person.module.css';
import { PersonBanners } from './person-banners.tsx';
import { PersonHead } from './person-head.tsx';
import own from './person-shown.module.css';
import { PersonStrip } from './person-strip.tsx';
import { Raw } from './raw.tsx';
import { ReportingLines } from './reporting-lines.tsx';
import { Reports } from './reports.tsx';
import { StatusTab } from './status-tab.tsx';
import { TabNumber } from './tab-number.tsx';

type PersonShownProps = {
  readonly page: PersonPage;
  readonly refreshing: boolean;
  readonly visit: Visit;
  readonly tab: PersonTab;
};

const tabs = Object.keys(tabWords) as PersonTab[];

export function PersonShown({ page, refreshing, visit, tab }: PersonShownProps) {
  const showTab = useStore((state) => state.showTab);
  useKeptScroll(visit, true);
  const scroller = useScroller();
  const list = useRef<HTMLDivElement>(null);
  /** Whether the tab that comes is opened by a key, which says nothing where what it opens is out of sight. */
  const isByKey = useRef(false);
  const endReaching = useRef<() => void>(undefined);
  const chosenTab = () => list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
  const bringUp = () => {
    isByKey.current = false;
    endReaching.current?.();
    if (scroller.current !== null && list.current !== null) endReaching.current = rise(scroller.current, list.current);
  };
  useGivenFocus('tab', () => {
    bringUp();
    return chosenTab();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: where not all tabs fit, another one that is shown is seen whole
  useLayoutEffect(() => {
    const chosen = chosenTab();
    if (list.current !== null && chosen) reveal(list.current, chosen);
    if (isByKey.current) bringUp();
  }, [tab]);
  useEffect(() => () => endReaching.current?.(), []);
  const id = useId();
  const numbers: { readonly [T in CountedTab]: number } = {
    emails: page.user.emails.length,
    reports: page.summary.direct,
    status: page.contradictions.length,
  };
  const isCounted = (one: PersonTab): one is CountedTab => Object.hasOwn(numbers, one);
  const views: { readonly [T in PersonTab]: () => ReactNode } = {
    overview: () => <Overview key={page.user.id} page={page} />,
    emails: () => (
      <Emails key={page.user.id} user={page.user} readings={page.reach.emails} contradictions={page.contradictions} />
    ),
    reports: () => <Reports key={page.user.id} page={page} visit={visit} />,
    status: () => <StatusTab page={page} />,
    raw: () => <Raw id={page.user.id} fetchedAt={page.fetchedAt} />,
  };
  return (
    <article className={classes.person}>
      <Cover key={`${visit.key} ${page.user.id}`} page={page} />
      <div className={classes.top}>
        <ReportingLines page={page} />
        <PersonHead page={page} refreshing={refreshing} />
      </div>
      <Tabs
        value={tab}
        onChange={(value) => showTab(tabs.find((one) => one === value) ?? 'overview')}
        keepMounted={false}
        classNames={{ list: own.tabs ?? '', tab: own.tab ?? '', panel: classes.panel ?? '' }}
      >
        <Tabs.List ref={list}>
          {tabs.map((one) => {
            const hasNumber = isCounted(one) && numbers[one] > 0;
            return (
              // Home and End move the focus alone; the view follows it, as it does with the arrows.
              <Tabs.Tab
                key={one}
                value={one}
                aria-describedby={hasNumber ? `${id}-${one}` : undefined}
                onFocus={({ currentTarget }) => {
                  if (one === tab) return;
                  isByKey.current = currentTarget.matches(':focus-visible');
                  showTab(one);
                }}
              >
                {tabWords[one]}
                {hasNumber && <TabNumber tab={one} number={numbers[one]} id={`${id}-${one}`} />}
              </Tabs.Tab>
            );
          })}
        </Tabs.List>
        {/* Below the tabs, so that no tab moves while it is clicked: a refresh may bring these, or take them away. */}
        <div className={own.told}>
          <PersonStrip page={page} tab={tab} />
          <PersonBanners page={page} />
        </div>
        {tabs.map((one) => (
          <Tabs.Panel key={one} value={one}>
            {one === tab && views[one]()}
          </Tabs.Panel>
        ))}
      </Tabs>
    </article>
  );
}

/** Scrolls the list sideways, and nothing else, as far as it takes. */
function reveal(list: HTMLElement, tab: HTMLElement): void {
  const [outer, inner] = [list.getBoundingClientRect(), tab.getBoundingClientRect()];
  list.scrollLeft += Math.max(0, inner.right - outer.right) - Math.max(0, outer.left - inner.left);
}

/** Scrolls the page until the tabs are at its top, where less than half of it is left for what they show. Gives what ends it. */
function rise(scroller: HTMLElement, list: HTMLElement): () => void {
  const [page, tabs] = [scroller.getBoundingClientRect(), list.getBoundingClientRect()];
  const isInSight = tabs.top >= page.top && tabs.bottom <= page.top + page.height / 2;
  return isInSight ? () => undefined : reachPlace(scroller, scroller.scrollTop + tabs.top - page.top);
}
