/**
 * The native keychain binding, loaded only when it is first needed, since loading it needs the system's libsecret
 * on Linux, and an app without a keychain still has to start.
 *
 * Only three of keytar's functions are used. `findCredentials` is left out on purpose: with a locked collection it
 * copies a secret that is not there and takes the process down (a segmentation fault, seen with libsecret 0.20).
 */
export type KeytarBinding = {
  readonly getPassword: (service: string, account: string) => Promise<string | null>;
  readonly setPassword: (service: string, account: string, password: string) => Promise<void>;
  readonly deletePassword: (service: string, account: string) => Promise<boolean>;
};

/** Rejects where the binding or a library it needs is missing. */
export const loadKeytar = async (): Promise<KeytarBinding> => {
  const loaded: KeytarBinding & { readonly default?: KeytarBinding } = await import('keytar');
  // A CommonJS module arrives whole as `default` in Node and, depending on the bundler, by its names.
  return loaded.default ?? loaded;
};
