/** The handlers of `addresses.*`: recipients on the clipboard, and a mail to all of them, built from what is stored. */
import { type AddressesOf, AddressSeparator } from '../../contract/addresses.ts';
import { longestMailLink, mostRecipients } from '../../contract/bounds.ts';
import type { Handlers } from '../../contract/calls.ts';
import { type Outcome, succeeded } from '../../contract/failures.ts';
import { type Recipients, recipientsIn, recipientsText } from '../export/people-addresses.ts';
import type { PeopleViewsElsewhere } from '../people/people-views.ts';
import type { Settings } from '../shell/settings.ts';
import { mailLinkTo } from './link-addresses.ts';
import { createWithOpen } from './with-open.ts';
import { withText } from './written-people.ts';

export type AddressCalls = Pick<Handlers, Extract<keyof Handlers, `addresses.${string}`>>;

export type AddressCallsNeeds = {
  /** Null: nothing is open. */
  readonly views: () => PeopleViewsElsewhere | null;
  /** Resolves once the text is on the clipboard. */
  readonly copy: (text: string) => Promise<void>;
  readonly openExternal: (url: string) => Promise<void>;
  readonly settings: Settings;
};

const usualSeparator: AddressSeparator = 'comma';

export function createAddressCalls({ views, copy, openExternal, settings }: AddressCallsNeeds): AddressCalls {
  const withViews = createWithOpen(views);
  const separator = (): AddressSeparator => {
    const kept = AddressSeparator.safeParse(settings.get('addressSeparator'));
    return kept.success ? kept.data : usualSeparator;
  };
  const withRecipients = <T>(of: AddressesOf, use: (recipients: Recipients) => Promise<T>) =>
    withViews(
      (open): Promise<Outcome<T>> =>
        withText(open, { ...of, format: { as: 'addresses' } }, (lines) => use(recipientsIn(lines))),
    );
  const copyAll = async ({ recipients }: Recipients): Promise<void> => {
    if (recipients.length > 0) await copy(recipientsText(recipients, separator()));
  };
  return {
    'addresses.copy': ({ of }) =>
      withRecipients(of, async (all) => {
        await copyAll(all);
        return { copied: all.recipients.length, without: all.without, gone: all.gone };
      }),
    'addresses.write': ({ of }) =>
      withRecipients(of, async (all) => {
        const { recipients, without, gone } = all;
        const counts = { copied: recipients.length, without, gone };
        const isMany = recipients.length > mostRecipients;
        const link = isMany ? '' : mailLinkTo(recipients.map(({ address }) => address));
        const how = isMany ? 'too-many' : link.length > longestMailLink ? 'too-long' : 'begun';
        if (how !== 'begun') await copyAll(all);
        else if (recipients.length > 0) await openExternal(link);
        return { ...counts, how };
      }),
    'addresses.separator': () => succeeded({ separator: separator() }),
    'addresses.setSeparator': ({ separator: chosen }) => settings.put('addressSeparator', chosen),
  };
}
