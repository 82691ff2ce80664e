/** Links of the forms `rolodesk://user/{id}` and `rolodesk://organisation/{id}?form=map`, which the system hands over as an argument or an event. */
import { linkScheme } from '../../contract/app-link.ts';
import { UserId } from '../../contract/ids.ts';
import { OrganisationForm } from '../../contract/organisation.ts';
import type { LinkedPage } from '../../contract/shown-page.ts';

/** By the link's host. A form that is not known is the usual one: a newer Rolodesk may have made the link. */
const pages: Readonly<Record<string, (id: UserId, asked: URLSearchParams) => LinkedPage>> = {
  user: (id) => ({ view: 'person', id, tab: 'overview' }),
  organisation: (id, asked) => {
    const form = OrganisationForm.safeParse(asked.get('form'));
    return { view: 'organisation', id, form: form.success ? form.data : 'chart' };
  },
};

/**
 * What a link leads to, or null where it is no such link. Source of the forms: ux.md, "The frame". Programs that hand a link on
 * may write a host in capitals, or put a slash behind what looks to them like a folder.
 */
export function pageOfLink(text: string): LinkedPage | null {
  const url = URL.parse(text);
  if (url === null || url.protocol !== `${linkScheme}:`) return null;
  const host = url.host.toLowerCase();
  const page = Object.hasOwn(pages, host) ? pages[host] : undefined;
  let name: string;
  try {
    name = decodeURIComponent(url.pathname.slice(1).replace(/(?<=[^/])\/$/, ''));
  } catch {
    return null;
  }
  const id = UserId.safeParse(name);
  return id.success && page !== undefined ? page(id.data, url.searchParams) : null;
}

/** The first such link among a command line's arguments. */
export function pageOfArguments(args: readonly string[]): LinkedPage | null {
  for (const argument of args) {
    const page = pageOfLink(argument);
    if (page !== null) return page;
  }
  return null;
}
