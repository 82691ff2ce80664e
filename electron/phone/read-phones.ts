/** All telephone fields of a person, read together: what is dialled for each, with the others and the time zone as a hint. */
import type { PhoneReading } from '../../contract/reach.ts';
import type { User } from '../../contract/user.ts';
import { countriesOfZone } from './country-hints.ts';
import { countryOf, type Dialled, dialledOf } from './dialling.ts';
import { type WrittenNumber, writtenNumbersIn } from './written-numbers.ts';

export type NumberRead = {
  /** Null where no whole number can be told. */
  readonly dialled: Dialled | null;
  readonly written: WrittenNumber;
};

/** For each of the phones the numbers in it, in their order. */
export function readNumbers({
  phones,
  timezone,
}: Pick<User, 'phones' | 'timezone'>): readonly (readonly NumberRead[])[] {
  const written = phones.map(({ number }) => writtenNumbersIn(number));
  const all = written.flat();
  const needsHint = all.some(({ prefix, digits }) => prefix !== '+' && digits !== '');
  const ofOthers = needsHint ? [...new Set(all.flatMap((one) => countryOf(one) ?? []))] : [];
  const ofZone = needsHint ? countriesOfZone(timezone) : [];
  return written.map((numbers) =>
    numbers.map((one) => ({ written: one, dialled: dialledWithHints(one, ofOthers, ofZone) })),
  );
}

type Countries = Parameters<typeof dialledOf>[1];

/** The other numbers say more than the zone, since people move; but not where they are of several countries. */
function dialledWithHints(number: WrittenNumber, ofOthers: Countries, ofZone: Countries): Dialled | null {
  if (ofOthers.length > 1) return dialledOf(number, [...new Set([...ofOthers, ...ofZone])]);
  const byOthers = ofOthers.length === 0 ? null : dialledOf(number, ofOthers);
  if (byOthers !== null && byOthers.country !== null) return byOthers;
  const byZone = ofZone.length === 0 ? null : dialledOf(number, ofZone);
  if (byZone !== null && byZone.country !== null) return byZone;
  if (ofOthers.length === 0 && ofZone.length === 0) return dialledOf(number, []);
  return byOthers ?? byZone;
}

export function phoneReading(numbers: readonly NumberRead[]): PhoneReading {
  const whole = numbers.filter(({ dialled }) => dialled !== null);
  // Who calls wants to speak: a fax only where there is nothing else.
  const first = whole.find(({ written }) => !written.isFax) ?? whole[0];
  const others = new Set(whole.map(({ dialled }) => dialled?.dial)).size - 1;
  if (first === undefined || first.dialled === null) {
    const alone = numbers.find(({ written }) => written.extension !== null);
    return { dial: null, shown: null, extension: alone?.written.extension ?? null, others: 0 };
  }
  const { dial, shown } = first.dialled;
  return { dial, shown: shown(), extension: first.written.extension, others };
}

/** One for each of the person's phones, in their order. */
export function readPhoneFields(user: Pick<User, 'phones' | 'timezone'>): PhoneReading[] {
  return readNumbers(user).map(phoneReading);
}
