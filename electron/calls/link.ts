/** The handlers of `link.*`: what is written, called or looked at outside is built from what is stored, never from what the page says. */
import type { Handlers } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { User } from '../../contract/user.ts';
import { type LinkAsked, linkOf } from './link-addresses.ts';

export type LinkCalls = Pick<Handlers, Extract<keyof Handlers, `link.${string}`>>;

export type LinkCallsNeeds = {
  /** The stored user and the server they came from, or null where nothing is connected or nothing stored. */
  readonly stored: (id: UserId) => { readonly user: User; readonly server: string } | null;
  readonly openExternal: (url: string) => Promise<void>;
};

export function createLinkCalls({ stored, openExternal }: LinkCallsNeeds): LinkCalls {
  const follow = async (id: UserId, asked: LinkAsked): Promise<Outcome<null>> => {
    const known = stored(id);
    if (known === null) return failed({ kind: 'not-found', id });
    const link = await linkOf(known.user, asked, known.server);
    if (!link.ok) return link;
    await openExternal(link.value);
    return succeeded(null);
  };
  return {
    'link.write': ({ id, address }) => follow(id, { verb: 'write', address }),
    'link.call': ({ id, number }) => follow(id, { verb: 'call', number }),
    'link.picture': ({ id, which }) => follow(id, { verb: 'picture', which }),
  };
}
