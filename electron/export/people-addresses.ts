/**
 * Where people can be written to. A line for each person on the way from the thread, and from these what is copied or
 * written to: each address once.
 */
import type { AddressSeparator, CopiedAddresses } from '../../contract/addresses.ts';
import type { TableRow } from '../../contract/table.ts';
import { mailboxOf } from '../email/exported-emails.ts';
import { readAddresses } from '../email/read-addresses.ts';

export type Recipient = { readonly address: string; readonly name: string };

export type Recipients = Pick<CopiedAddresses, 'without' | 'gone'> & { readonly recipients: readonly Recipient[] };

/** No address has no `@`. */
const goneLine = 'gone';
const nothing = '';

/** The primary address and the name, or why there is nobody to write to. */
export function recipientLine({ name, email, status }: Pick<TableRow, 'name' | 'email' | 'status'>): string {
  if (status === 'deleted' || status === 'not-found') return `${goneLine}\n`;
  const address = email === null ? undefined : readAddresses(email)[0];
  return `${address === undefined ? nothing : `${address}\t${name.replace(/[\s\p{Cc}]+/gu, ' ').trim()}`}\n`;
}

/** `lines`: as `recipientLine` writes them, with an end to each. */
export function recipientsIn(lines: string): Recipients {
  const found = new Map<string, Recipient>();
  let [without, gone] = [0, 0];
  for (const line of lines.split('\n').slice(0, -1)) {
    const [address = nothing, name = ''] = line.split('\t');
    if (address === goneLine) gone += 1;
    else if (address === nothing) without += 1;
    else if (!found.has(mailboxOf(address))) found.set(mailboxOf(address), { address, name });
  }
  return { recipients: [...found.values()], without, gone };
}

/** As mail programs take them in a field of recipients. */
export function recipientsText(recipients: readonly Recipient[], separator: AddressSeparator): string {
  if (separator === 'line') return recipients.map(({ address }) => `${address}\n`).join('');
  return recipients.map(mailbox).join(separator === 'comma' ? ', ' : '; ');
}

/** Letters of any script, digits and signs that stand for nothing in a list of recipients (RFC 5322, 3.2.3). */
const plainName = /^[\p{L}\p{M}\p{N} !#$%&'*+/=?^_`{|}~’·-]+$/u;

function mailbox({ address, name }: Recipient): string {
  if (name === '' || name === address) return address;
  return `${plainName.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`} <${address}>`;
}
