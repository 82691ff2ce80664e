/**
 * Kinds of problems that somebody looks at. They are told as looked at once the person has gone on to something else: on the way
 * to somebody in them and back, what is new stays marked.
 */
import type { Call } from '../../contract/calls.ts';
import type { ProblemKind } from '../../contract/problems.ts';
import type { Page } from '../../contract/shown-page.ts';

export type Looked = {
  /** The list of one kind is shown; or all that is new of several kinds, on the page of all. */
  readonly look: (at: { readonly list: ProblemKind } | { readonly inShort: readonly ProblemKind[] }) => void;
  /** Another page is shown. */
  readonly wentTo: (page: Page) => void;
  /** Another directory is open. */
  readonly forget: () => void;
};

export function createLooked(call: Call): Looked {
  let lists = new Set<ProblemKind>();
  let inShort = new Set<ProblemKind>();
  return {
    look: (at) => {
      if ('list' in at) lists.add(at.list);
      else for (const kind of at.inShort) inShort.add(kind);
    },
    wentTo: (page) => {
      if (page.view === 'person' || page.view === 'organisation') return;
      const shown = page.view === 'problems' ? page.list?.kind : undefined;
      const left = new Set([...lists].filter((kind) => kind !== shown));
      if (page.view !== 'problems') for (const kind of inShort) left.add(kind);
      lists = new Set([...lists].filter((kind) => !left.has(kind)));
      inShort = new Set([...inShort].filter((kind) => !left.has(kind)));
      if (left.size > 0) void call('problems.looked', { kinds: [...left] });
    },
    forget: () => {
      lists.clear();
      inShort.clear();
    },
  };
}
