/** The kinds of problems, by what they are about; without a schema, so that the page can read them. */

/** In the order of weight, within a group too. */
export const problemGroups = {
  'left-behind': ['left-behind', 'gone-manager', 'still-available', 'deleted-active', 'not-found'],
  structure: ['cycle', 'self-report', 'too-many-reports', 'several-tops', 'alone', 'several-managers'],
  data: [
    'shared-email',
    'shared-phone',
    'owned-by-another',
    'unverified-primary',
    'unlisted-primary',
    'deleted-without-date',
    'date-without-deletion',
    'unreadable',
    'not-an-id',
    'duplicate-report',
    'bad-entry',
    'listed-twice',
    'list-part',
    'failed',
  ],
} as const;

export type ProblemGroup = keyof typeof problemGroups;

export const problemKinds = [
  ...problemGroups['left-behind'],
  ...problemGroups.structure,
  ...problemGroups.data,
] as const;

/** Told, and not counted as new work: organisations where people have several managers are legitimate. */
export const informationKinds: readonly (typeof problemKinds)[number][] = ['several-managers'];
