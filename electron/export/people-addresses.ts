/** Where people can be written to, a line each: their primary address, or nothing where none can be told. */
import type { TableRow } from '../../contract/table.ts';
import { readAddresses } from '../email/read-addresses.ts';

export function addressLine({ email }: Pick<TableRow, 'email'>): string {
  return `${email === null ? '' : (readAddresses(email)[0] ?? '')}\n`;
}
