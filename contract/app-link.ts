/** Links that open Rolodesk: `rolodesk://user/{id}` and `rolodesk://organisation/{id}?form=map`. `electron/shell/deep-link.ts` reads them. */
import type { UserId } from './ids.ts';
import type { OrganisationForm } from './organisation.ts';

export const linkScheme = 'rolodesk';

export function organisationLink(id: UserId, form: OrganisationForm): string {
  return `${linkScheme}://organisation/${encodeURIComponent(id)}?form=${form}`;
}
