/** The telephone numbers of a person as other programs take them: one text for each number, whatever stood in one field. */
import type { User } from '../../contract/user.ts';
import { readNumbers } from './read-phones.ts';

export type TelephoneText = {
  /** `+4989123456`, with ` ext. 12` where it has an extension; as it stands in the record where its country or the whole cannot be told. */
  readonly text: string;
  /** What the record says of the field; "fax" where the text itself says so. */
  readonly type: string | null;
  /** Of a field with several numbers, the first. */
  readonly isPrimary: boolean;
};

/** No number of any field is lost: where none can be told the field's whole text stands. */
export function telephoneTexts(user: Pick<User, 'phones' | 'timezone'>): readonly TelephoneText[] {
  const read = readNumbers(user);
  return user.phones.flatMap((phone, nth) => {
    const whole = (read[nth] ?? []).filter(({ dialled }) => dialled !== null);
    if (whole.length === 0) return [{ text: phone.number, type: phone.type, isPrimary: phone.isPrimary }];
    const texts = whole.map(({ dialled, written }) => {
      const isGlobal = dialled?.dial.startsWith('+') === true;
      const number = isGlobal ? dialled.dial : phone.number.slice(written.start, written.end);
      return {
        text: written.extension === null ? number : `${number} ext. ${written.extension}`,
        type: written.isFax ? 'fax' : phone.type,
      };
    });
    const once = texts.filter(({ text }, at) => texts.findIndex((other) => other.text === text) === at);
    return once.map((one, at) => ({ ...one, isPrimary: phone.isPrimary && at === 0 }));
  });
}
