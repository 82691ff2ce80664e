/** A view is one row of the table: rail, history and what is drawn know an empty one without another line of code. */
import { MantineProvider } from '@mantine/core';
import { IconLayoutGrid } from '@tabler/icons-react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Page, PagePart } from '../../../contract/shown-page.ts';
import { RailViews } from '../../../renderer/frame/rail-views.tsx';
import { type View, type Views, views } from '../../../renderer/frame/views.tsx';
import { currentVisit } from '../../../renderer/store/history.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { createDouble } from '../../renderer-double/double.ts';
import { lucia } from '../../renderer-double/people.ts';

/** As its row in the contract would have it. */
const emptyPage = { view: 'empty' } as unknown as Page;
const empty: View = {
  name: 'Empty',
  failed: 'The empty view cannot be shown',
  rail: { Icon: IconLayoutGrid, page: emptyPage, key: '5', count: () => 3 },
  within: null,
  prefetch: null,
  draw: (visit) => <p key={visit.key}>Nothing is here.</p>,
};
const extended = { ...views, empty } as Views;

/** The entries of the rail: the name, the number, and how each is marked. */
function railOn(page: Page): string[] {
  const markup = renderToStaticMarkup(
    <MantineProvider>
      <RailViews views={extended} page={page} />
    </MantineProvider>,
  );
  return [...markup.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)].map(([, attributes = '', inner = '']) => {
    const words = [...inner.matchAll(/<span[^>]*>([^<]*)<\/span>/g)].map(([, text]) => text).join(' ');
    return `${words}${attributes.includes('aria-current="page"') ? ' shown' : ''}${attributes.includes('data-within') ? ' around' : ''}`;
  });
}

function opened() {
  const { bridge } = createDouble({ open: true });
  return createDirectoryStore(bridge.call);
}

describe('an empty view that is added as one row', () => {
  test('stands in the rail with its number, and is marked while it is shown', () => {
    expect(railOn(emptyPage)).toEqual(['People', 'Organisation', 'Status check', 'Problems', 'Empty 3 shown']);
    expect(railOn(Page.parse({ view: 'problems' }))).toEqual([
      'People',
      'Organisation',
      'Status check',
      'Problems shown',
      'Empty 3',
    ]);
    expect(railOn({ view: 'person', id: lucia.id, tab: 'raw' })).toEqual([
      'People around',
      'Organisation',
      'Status check',
      'Problems',
      'Empty 3',
    ]);
  });

  test('has its place in the history: opened once, left by back, found again by forward', async () => {
    const store = opened();
    await store.getState().start();
    const shown = () => currentVisit(store.getState().history);
    store.getState().openPage(emptyPage);
    store.getState().openPage(emptyPage);
    expect(store.getState().history.visits).toHaveLength(2);
    store.getState().keepPlace(shown().key, { scrollTop: 320 });
    store.getState().goBack();
    expect(shown().page.view).toBe('people');
    store.getState().goForward();
    expect(shown()).toMatchObject({ page: emptyPage, scrollTop: 320 });
  });

  test('is shown by a link that was followed before a directory was open, once one is', async () => {
    const store = createDirectoryStore(createDouble({}).bridge.call);
    await store.getState().start();
    store.getState().pageWanted(emptyPage);
    expect(currentVisit(store.getState().history).page.view).toBe('people');
    await store.getState().connectDemo();
    expect(currentVisit(store.getState().history).page).toBe(emptyPage);
  });

  test('is drawn from its row', () => {
    const visit = { key: 7, page: emptyPage, scrollTop: 0 };
    const view: View = extended[visit.page.view];
    expect(renderToStaticMarkup(<main>{view.draw(visit, visit.page)}</main>)).toBe(
      '<main><p>Nothing is here.</p></main>',
    );
  });
});

test('each view can be named where it fails', () => {
  for (const view of Object.keys(views)) expect(PagePart.parse(view)).toBe(view);
});

test('two people are two places, and two tabs of one person are one', () => {
  const store = opened();
  const visits = () => store.getState().history.visits.length;
  store.getState().openPage({ view: 'person', id: lucia.id, tab: 'overview' });
  store.getState().openPage({ view: 'person', id: lucia.id, tab: 'raw' });
  expect(visits()).toBe(2);
  store.getState().openPage({ view: 'person', id: 'somebody-else' as typeof lucia.id, tab: 'raw' });
  expect(visits()).toBe(3);
});

test('two people in the organisation are two places, its two forms one, and the rail leads to the person who is shown', () => {
  const store = opened();
  const visits = () => store.getState().history.visits.length;
  const shown = () => currentVisit(store.getState().history).page;
  const somebody = 'somebody-else' as typeof lucia.id;
  store.getState().openPage({ view: 'organisation', id: null, form: 'chart' });
  // The other form is chosen before it is known who is shown.
  store.getState().openPage({ view: 'organisation', id: null, form: 'map' });
  expect(shown()).toEqual({ view: 'organisation', id: null, form: 'map' });
  store.getState().openPage({ view: 'organisation', id: lucia.id, form: 'chart' });
  expect(visits()).toBe(2);
  store.getState().openPage({ view: 'organisation', id: somebody, form: 'chart' });
  store.getState().openPage({ view: 'organisation', id: somebody, form: 'map' });
  expect(visits()).toBe(3);
  store.getState().openPage({ view: 'organisation', id: null, form: 'chart' });
  expect([visits(), shown()]).toEqual([3, { view: 'organisation', id: somebody, form: 'map' }]);
  store.getState().goBack();
  expect(shown()).toEqual({ view: 'organisation', id: lucia.id, form: 'chart' });
});
