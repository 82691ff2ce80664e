/**
 * How somebody can be reached, as Rolodesk reads it from what their record says. The record's own text stays as it came
 * and is what is shown; this says what can be done with it.
 */
import { z } from 'zod';
import './no-eval.ts';

export const EmailReading = z.object({
  /** The addresses that the text means, clean; empty where that cannot be told. */
  addresses: z.array(z.string()),
  /** What is in the text that cannot be seen, or is in an address's way, in words: "a zero-width space (U+200B)". */
  odd: z.array(z.string()),
});
export type EmailReading = z.infer<typeof EmailReading>;

export const PhoneReading = z.object({
  /**
   * The first whole number in the text, as it is dialled: `+4989123456`, or `089123456` where its country cannot be told.
   * Null: no whole number can be told, and nothing is offered to be dialled.
   */
  dial: z.string().nullable(),
  /** The same, parted for reading. */
  shown: z.string().nullable(),
  /** What follows that number and is not dialled, as written; null where nothing does. */
  extension: z.string().nullable(),
  /** How many numbers the text holds beside it. */
  others: z.number().int(),
});
export type PhoneReading = z.infer<typeof PhoneReading>;

export const ZoneReading = z.discriminatedUnion('kind', [
  /** Minutes east of UTC, the whole year. */
  z.object({ kind: z.literal('offset'), minutes: z.number().int() }),
  /** `name`: the record's own. `zone`: an IANA name that `Intl` takes. */
  z.object({ kind: z.literal('named'), name: z.string(), zone: z.string() }),
  /** Such as "IST", which several zones share. */
  z.object({ kind: z.literal('abbreviation') }),
]);
export type ZoneReading = z.infer<typeof ZoneReading>;

export const Reach = z.object({
  /** One for each of the user's e-mails, in their order. */
  emails: z.array(EmailReading),
  /** One for each of the user's phones, in their order. */
  phones: z.array(PhoneReading),
  /** Null for no time zone, and for one that is not known. */
  zone: ZoneReading.nullable(),
  /** Whether the address of each picture is one that can be opened in a browser. */
  opens: z.object({ profile: z.boolean(), cover: z.boolean() }),
});
export type Reach = z.infer<typeof Reach>;
