/** What the tabs of a person's page are called. */
import type { PersonTab } from '../../contract/shown-page.ts';

export const tabWords: { readonly [T in PersonTab]: string } = {
  overview: 'Overview',
  emails: 'E-mails',
  reports: 'Reports',
  status: 'Status history',
  raw: 'Raw',
};
