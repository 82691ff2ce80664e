/** The e-mail addresses of several people at once: as recipients to be pasted, or written to in one mail. */
import { z } from 'zod';
import { Below, MeantPeople } from './table.ts';

/** `comma` and `semicolon` stand between recipients as `Name <address>`; `line`: the addresses alone, one a line. */
export const AddressSeparator = z.enum(['comma', 'semicolon', 'line']);
export type AddressSeparator = z.infer<typeof AddressSeparator>;

/** Of the table's people, or of everybody below somebody whatever the table shows. */
export const AddressesOf = z.union([MeantPeople, z.object({ below: Below })]);
export type AddressesOf = z.infer<typeof AddressesOf>;

/** People who are no recipients: `without` an address, and those who are deleted or not found any more. */
const leftOut = { without: z.number().int(), gone: z.number().int() };

/** `copied`: different addresses; 0: the clipboard is as it was. */
export const CopiedAddresses = z.object({ copied: z.number().int(), ...leftOut });
export type CopiedAddresses = z.infer<typeof CopiedAddresses>;

/**
 * `how`: whether a mail was begun with the addresses, or why they were copied instead: more of them than
 * `mostRecipients`, or a link that is longer than `longestMailLink`. `copied`: how many they are.
 */
export const WrittenAddresses = CopiedAddresses.extend({ how: z.enum(['begun', 'too-many', 'too-long']) });
export type WrittenAddresses = z.infer<typeof WrittenAddresses>;
