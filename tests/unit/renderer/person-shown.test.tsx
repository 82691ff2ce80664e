/** What a person's page says, as it is drawn first: names of any length, who still reports to somebody gone, dates that cannot be read. */
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import type { PersonPage, ReportEntry } from '../../../contract/person.ts';
import { PersonTab } from '../../../contract/shown-page.ts';
import { labelCopy } from '../../../renderer/name/label-name.tsx';
import { PersonHead } from '../../../renderer/person/person-head.tsx';
import { PersonShown } from '../../../renderer/person/person-shown.tsx';
import { currentVisit } from '../../../renderer/store/history.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { createDouble } from '../../renderer-double/double.ts';
import { cardOf, idOf, pageOf, userOf } from '../../renderer-double/people.ts';

// The clock ticks in a browser alone.
vi.mock('../../../renderer/time/now.ts', () => ({ useNow: () => Date.now() }));

const visit = currentVisit(createDirectoryStore(createDouble({ open: true }).bridge.call).getState().history);
const drawn = (element: React.ReactNode) => renderToStaticMarkup(<MantineProvider>{element}</MantineProvider>);
const shown = (page: PersonPage, tab: PersonTab = 'overview') =>
  drawn(<PersonShown page={page} refreshing={false} visit={visit} tab={tab} />);
/** Without the elements. */
const words = (markup: string) =>
  markup
    .replace(/<style[^>]*>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"');

const known = (number: number, isTheirs = true): ReportEntry => {
  const card = cardOf(number, { status: 'active' });
  return { state: 'known', id: card.id, card, isTheirs };
};

describe('a name', () => {
  test.each([
    ['of 600 letters', 'Ana Beatriz '.repeat(50).trim(), true],
    ['of 600 letters from right to left', 'م'.repeat(600), true],
    ['of eleven letters', 'Ana Beatriz', false],
  ])('%s has a tooltip where it may not fit', (_, name, isLong) => {
    const heading = /<h1[^>]*>.*?<\/h1>/s.exec(
      drawn(<PersonHead page={pageOf(cardOf(1, { name }))} refreshing />),
    )?.[0];
    expect(words(heading ?? '')).toBe(name);
    expect(heading?.includes(`title="${name}"`)).toBe(isLong);
  });
});

describe('who still reports to somebody who is gone', () => {
  const told = (page: PersonPage, tab: PersonTab) =>
    words(/<section aria-label="Contradictions".*?<\/section>/s.exec(shown(page, tab))?.[0] ?? '');
  const gone = (status: 'deleted' | 'not-found', reports: readonly ReportEntry[]) =>
    pageOf(cardOf(1, { name: 'Lea Left', status }), { reports: [...reports] });

  test.each(PersonTab.options)('is told on the tab %s', (tab) => {
    for (const status of ['deleted', 'not-found'] as const) {
      const shows = (who: string) => (tab === 'reports' ? '' : `Show ${who}`);
      expect(told(gone(status, [known(2)]), tab)).toBe(
        `1 person still reports to Lea Left. ${shows('who')} All such managers`,
      );
      expect(told(gone(status, [known(2), known(3), known(4, false)]), tab)).toBe(
        `2 people still report to Lea Left. ${shows('them')} All such managers`,
      );
      expect(told(gone(status, [known(4, false)]), tab)).toBe('');
    }
  });

  test.each(PersonTab.options)('is told of themselves, with who can be asked instead, on the tab %s', (tab) => {
    const leftBehind = {
      managers: [cardOf(2, { status: 'deleted' })],
      more: 0,
      nearest: cardOf(3, { name: 'Nea Rest' }),
    };
    const page = pageOf(cardOf(1), { leftBehind });
    expect(told(page, tab)).toBe('Reports to somebody who has left. Nearest manager who is there: Nea Rest');
    expect(shown(page, tab)).toMatch(new RegExp(`href="#/user/${cardOf(3).id}"[^>]*><bdi>Nea Rest`));
    expect(told({ ...page, leftBehind: { ...leftBehind, nearest: null } }, tab)).toBe(
      'Reports to somebody who has left. No manager above is there.',
    );
    expect(told({ ...page, leftBehind: null }, tab)).toBe('');
  });

  test('is told below the tabs, which a refresh that brings it does not move', () => {
    const page = gone('deleted', [known(2)]);
    const unread = [{ field: 'dob', expected: 'a date', came: '5' }];
    const markup = shown({ ...page, user: { ...page.user, unread } });
    const after = markup.slice(markup.indexOf('role="tablist"'));
    expect(words(after)).toContain('1 person still reports to Lea Left.');
    expect(words(after)).toContain('1 field could not be read');
    const head = (drawnPage: string) => drawnPage.slice(0, drawnPage.indexOf('role="tablist"'));
    expect(words(head(markup))).toBe(words(head(shown(gone('deleted', [])))));
  });
});

describe('a tab’s number', () => {
  /** The names of the tabs, and what describes each. */
  const tabsOf = (page: PersonPage) =>
    [...shown(page).matchAll(/<button[^>]*role="tab".*?<\/button>/gs)].map(([tab]) => {
      const described = /aria-describedby="([^"]*)"/.exec(tab)?.[1];
      const at = (id: string) => new RegExp(`<span[^>]*id="${id}"[^>]*>(.*?)</span>`, 's').exec(tab)?.[1];
      return { tab, description: described === undefined ? null : (at(described) ?? 'names nothing') };
    });
  const page = pageOf(cardOf(1, { name: 'Lea Left' }), { reports: [known(2), known(3)] });
  const email = userOf(cardOf(1)).emails[0];
  const told = (contradictions: PersonPage['contradictions']) =>
    tabsOf({
      ...page,
      contradictions,
      summary: { ...page.summary, direct: 2 },
      user: { ...page.user, emails: email === undefined ? [] : [email] },
    });

  test('is said as the tab’s description, with what is counted', () => {
    expect(told([]).map(({ description }) => description)).toEqual([null, '1 e-mail', '2 direct reports', null, null]);
    expect(told(['deleted-yet-active', 'deleted-without-date']).map(({ description }) => description)).toEqual([
      null,
      '1 e-mail',
      '2 direct reports',
      '2 contradictions',
      null,
    ]);
  });

  test('of contradictions has a warning sign; others have none', () => {
    expect(told(['deleted-yet-active']).map(({ tab }) => tab.includes('<svg'))).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });
});

describe('direct reports that are not there', () => {
  const gone: ReportEntry = { state: 'not-found', id: idOf(7), since: 0 };
  const failed: ReportEntry = { state: 'failed', id: idOf(8), failure: { kind: 'offline' } };
  test.each<[ReportEntry[], string]>([
    [[gone], '1 direct report not found'],
    [[gone, gone], '2 direct reports not found'],
    [[failed], '1 direct report could not be fetched'],
    [[failed, failed], '2 direct reports could not be fetched'],
    [[gone, failed], '1 direct report not found, 1 could not be fetched'],
    [[gone, gone, gone, failed, failed], '3 direct reports not found, 2 could not be fetched'],
    [Array.from({ length: 1200 }, () => gone), '1,200 direct reports not found'],
  ])('are told by what is known of them (%#)', (missing, said) => {
    const markup = shown(pageOf(cardOf(1), { reports: [known(2), ...missing] }), 'reports');
    expect(words(markup)).toContain(`${said}Why is said in each line.`);
  });
});

describe('a date of deletion that cannot be read', () => {
  const card = { ...cardOf(1, { name: 'Uma Undated', status: 'deleted' }), deletedAt: null };
  const unread = [{ field: 'deletedAt', expected: 'a time', came: '"27/08/2026"' }];
  const page = pageOf(card, { user: userOf(card, { deletedAt: null, unread }) });

  test('is told apart from none, with what came', () => {
    expect(words(shown(page))).toContain('Deleted, date not readable');
    expect(words(shown(page))).toContain('Deleted on"27/08/2026"could not be read as a date');
    const status = words(shown(page, 'status'));
    expect(status).toContain('The server’s date could not be read. It came as "27/08/2026".');
    expect(status).toContain('Yesdate not readable');
    expect(status).not.toContain('no date');
  });

  test('is none where none came', () => {
    const without = words(shown(pageOf(card, { user: userOf(card, { deletedAt: null }) })));
    expect(without).toContain('Deleted, no date');
    expect(without).not.toContain('Deleted on');
  });
});

describe('what is longer than a page can show', () => {
  const cut: PersonPage['user']['cut'] = [
    { field: 'displayName', what: 'letters', kept: 10_000, of: 400_000 },
    { field: 'emails', what: 'entries', kept: 200, of: 60_000 },
    { field: 'bio', what: 'marks', kept: 12, of: 40 },
  ];
  const card = cardOf(1);
  const pageWith = (user: Partial<PersonPage['user']>) => pageOf(card, { user: { ...userOf(card), ...user } });

  test('is named as cut, on every tab', () => {
    for (const tab of PersonTab.options) {
      const text = words(shown(pageWith({ cut }), tab));
      expect(text).toContain('3 fields are shown in part: displayName, emails, bio');
      expect(text).toContain('Raw has all of them.');
      expect(text).toContain('displayName: 10,000 of 400,000 letters');
      expect(text).toContain('emails: 200 of 60,000 entries');
      expect(text).toContain('bio: without 28 combining marks that stand on others');
    }
    expect(words(shown(pageWith({ cut: cut.slice(1, 2) })))).toContain('1 field is shown in part: emails');
    expect(words(shown(pageWith({})))).not.toContain('in part');
  });

  test('is drawn a part at a time', () => {
    const [email] = userOf(card).emails;
    const emails = Array.from({ length: 200 }, (_, nth) => ({ ...email, address: `a${nth}@x.example` })) as never;
    const phones = Array.from({ length: 200 }, (_, nth) => ({ number: `+49 89 ${nth}`, type: null, isPrimary: false }));
    const overview = shown(pageWith({ emails, phones }));
    expect(overview.match(/Copy the phone number/g)?.length).toBe(12);
    expect(words(overview)).toContain('and 188 more');
    const tab = shown(pageWith({ emails }), 'emails');
    expect(tab.match(/<tr/g)?.length).toBe(13);
    expect(words(tab)).toContain('The first 12 are shown. Show more of the other 188');
  });

  test('of direct reports there are the counts of all, and rows for all', () => {
    const byStatus = { active: 100_000, inactive: 0, deleted: 0, unknown: 0, 'not-found': 0 };
    const reportTotals = { entries: 150_000, byStatus, notFound: 0, failed: 0, waiting: 50_000, living: 7 };
    const page = pageOf(cardOf(1, { status: 'deleted' }), { reports: [known(2)], reportTotals });
    const text = words(shown(page, 'reports'));
    expect(text).toContain('50,000 not fetched yet');
    expect(text).toContain('All150,000');
    expect(text).toContain('7 people still report to');
    expect(words(shown(page))).toContain('Direct reports');
  });
});

describe('the reporting chain', () => {
  const line = (nth: number) => ({ steps: [cardOf(nth)], seenAt: 0, end: 'top' as const });

  test('says that no manager was found, and who the second one is', () => {
    expect(words(shown({ ...pageOf(cardOf(1)), lines: [], loop: null }))).toContain('No manager found.');
    const chain = words(shown({ ...pageOf(cardOf(1)), lines: [line(2), line(3)], loop: null }));
    expect(chain).not.toContain('No manager found');
    expect(chain).toMatch(new RegExp(`Second manager:\\p{Lu}*${cardOf(3).name}`, 'u'));
  });
});

describe('a role', () => {
  const label = (id: string, name: string | null) => labelCopy({ id, name, namedBy: null }, 'role');

  test('is copied as it is read, and whole where its id is shortened', () => {
    const uuid = '6f1b9c55-21c4-4d0c-8c2e-5d3a9b7e4f21';
    expect(label(uuid, 'Team lead')).toEqual({ text: 'Team lead', what: 'the role' });
    expect(label('LEAD', null)).toEqual({ text: 'LEAD', what: 'the role' });
    expect(label(uuid, null)).toEqual({ text: uuid, what: 'the role’s id' });
  });
});
