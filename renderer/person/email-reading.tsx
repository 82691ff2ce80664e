/** What an address field means where that is not what it says, and what cannot be seen in it. */
import type { EmailReading } from '../../contract/reach.ts';
import { Address } from '../name/address.tsx';

type EmailReadingProps = {
  readonly address: string;
  readonly reading: EmailReading;
  readonly className: string | undefined;
};

/** Nothing of an address that is written as it is meant. */
export function EmailMeaning({ address, reading: { addresses, odd }, className }: EmailReadingProps) {
  const isPlain = addresses.length === 1 && addresses[0] === address;
  if (isPlain) return null;
  return (
    <span className={className}>
      {addresses.length === 0 && 'not one whole address'}
      {addresses.length > 0 && (addresses.length === 1 ? 'means ' : `${addresses.length} addresses: `)}
      {addresses.map((one, nth) => (
        <span key={one}>
          {nth > 0 && ', '}
          <Address text={one} />
        </span>
      ))}
      {odd.length > 0 && `; came with ${odd.join(', ')}`}
    </span>
  );
}

/** What is copied of a field: the addresses meant, parted as mail programs take them. */
export function copiedAddress(address: string, { addresses }: EmailReading): string {
  return addresses.length === 0 ? address.trim() : addresses.join('; ');
}

/** The one address that can be written to. */
export function oneAddress({ addresses }: EmailReading): string | null {
  return addresses.length === 1 ? (addresses[0] ?? null) : null;
}
