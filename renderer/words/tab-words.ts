/** What the tabs of a person's page are called, and what their numbers count. */
import type { PersonTab } from '../../contract/shown-page.ts';
import { count } from './locale.ts';

export const tabWords: { readonly [T in PersonTab]: string } = {
  overview: 'Overview',
  emails: 'E-mails',
  reports: 'Reports',
  status: 'Status history',
  raw: 'Raw',
};

const counted = {
  emails: ['e-mail', 'e-mails'],
  reports: ['direct report', 'direct reports'],
  status: ['contradiction', 'contradictions'],
} as const satisfies { readonly [T in PersonTab]?: readonly [one: string, more: string] };

/** The tabs that have a number. */
export type CountedTab = keyof typeof counted;

/** A tab's number with what it counts, such as "1 contradiction". */
export function tabCountWords(tab: CountedTab, number: number): string {
  const [one, more] = counted[tab];
  return `${count(number)} ${number === 1 ? one : more}`;
}
