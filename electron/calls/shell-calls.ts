/** The handlers that act on the desktop: links out, the clipboard, the appearance, and what runs here. */
import type { CallOutput, Handlers } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { User } from '../../contract/user.ts';
import type { Appearance } from '../shell/appearance.ts';
import { type LinkAsked, linkOf } from './links.ts';
import type { SentTexts } from './sent-texts.ts';

export type ShellCalls = Pick<
  Handlers,
  Extract<keyof Handlers, `${'link' | 'text' | 'clipboard' | 'appearance' | 'app'}.${string}`>
>;

export type ShellCallsNeeds = {
  /** The stored user and the server they came from, or null where nothing is connected or nothing stored. */
  readonly stored: (id: UserId) => { readonly user: User; readonly server: string } | null;
  readonly openExternal: (url: string) => Promise<void>;
  /** Resolves once the text is on the clipboard. */
  readonly copy: (text: string) => Promise<void>;
  readonly texts: Pick<SentTexts, 'send'>;
  readonly appearance: Appearance;
  readonly about: CallOutput<'app.about'>;
};

export function createShellCalls({
  stored,
  openExternal,
  copy,
  texts,
  appearance,
  about,
}: ShellCallsNeeds): ShellCalls {
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
    'text.send': texts.send,
    'clipboard.copy': async ({ text }) => {
      await copy(text);
      return succeeded(null);
    },
    'appearance.get': () => succeeded({ theme: appearance.theme() }),
    'appearance.set': ({ theme }) => {
      const kept = appearance.set(theme);
      return kept.ok ? succeeded({ theme }) : kept;
    },
    'app.about': () => succeeded(about),
  };
}
