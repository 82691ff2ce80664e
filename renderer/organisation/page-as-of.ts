/** The page of the organisation, as of another moment: of the same person, in the same form. Pure. */
import type { Page } from '../../contract/shown-page.ts';

type OrganisationPage = Extract<Page, { view: 'organisation' }>;

/** `asOf`: milliseconds since 1970-01-01T00:00Z; null: now. */
export function pageAsOf({ asOf: _, ...page }: OrganisationPage, asOf: number | null): OrganisationPage {
  return asOf === null ? page : { ...page, asOf };
}
