/** The pages that the windows of one connection have open, one each. */
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { Caller } from '../announce.ts';
import { createFetchPerson, type FetchPersonNeeds } from './fetch-person.ts';
import { createOpenPage, type OpenPage, type OpenPageNeeds } from './open-page.ts';

export type OpenPagesNeeds = Omit<OpenPageNeeds, 'failures' | 'fetchPerson'> & Omit<FetchPersonNeeds, 'failures'>;

export type OpenPages = {
  readonly of: (caller: Caller) => OpenPage;
  /** The window shows no page of a person any more, or is gone. */
  readonly leave: (window: number) => void;
  readonly leaveAll: () => void;
};

export function createOpenPages(needs: OpenPagesNeeds): OpenPages {
  const failures = new Map<UserId, Failure>();
  const shared: OpenPageNeeds = { ...needs, failures, fetchPerson: createFetchPerson({ ...needs, failures }) };
  const pages = new Map<number, OpenPage>();
  needs.news.on('stored', ({ recorded }) => {
    for (const { id } of recorded) failures.delete(id);
  });
  const leave = (window: number) => {
    pages.get(window)?.leave();
    pages.delete(window);
  };
  return {
    of: (caller) => {
      const page = pages.get(caller.window) ?? createOpenPage(shared, caller);
      pages.set(caller.window, page);
      return page;
    },
    leave,
    leaveAll: () => {
      for (const window of [...pages.keys()]) leave(window);
    },
  };
}
