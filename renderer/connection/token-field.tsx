/**
 * The one field a token is typed into. It is not controlled: its text lives in the field alone, is read once, and is
 * cleared, so that the page's own state never holds a token. Below it stands where the token will be kept.
 */
import { TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { RefObject } from 'react';
import type { Keychain } from '../../contract/account.ts';
import { useStore } from '../store/use-store.ts';
import { actionWords } from '../words/failure-words.ts';
import { keychainWords } from '../words/keychain-words.ts';
import classes from './token-field.module.css';

type TokenFieldProps = {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly keychain: Keychain;
  /** The only place the token is sent to; `''`: not typed yet. */
  readonly host: string;
  readonly error: string | undefined;
  readonly disabled?: boolean;
  /** Where it is all that a dialog asks for. */
  readonly hasFocus?: boolean;
};

export function TokenField({ field, keychain, host, error, disabled = false, hasFocus = false }: TokenFieldProps) {
  const unlockKeychain = useStore((state) => state.unlockKeychain);
  return (
    <TextInput
      ref={field}
      // A password field has no role of its own; this one is found, and spoken of, as the text box it is.
      type="password"
      role="textbox"
      name="token"
      label="Access token"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      disabled={disabled}
      data-autofocus={hasFocus || undefined}
      error={error}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      description={
        <span className={classes.kept}>
          <IconLock size={14} stroke={1.8} aria-hidden="true" />
          <span>
            {keychainWords(keychain)} Sent to {host === '' ? 'this server' : <bdi>{host}</bdi>} and nowhere else.
          </span>
          {keychain.state === 'locked' && (
            <button type="button" className={classes.unlock} onClick={() => void unlockKeychain()}>
              {actionWords['unlock-keychain']}
            </button>
          )}
        </span>
      }
    />
  );
}
