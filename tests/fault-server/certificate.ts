/**
 * Makes a key and a certificate for this computer, signed by itself and valid for a day, so that servers under test can
 * speak TLS without a private key in the repository or a program to make one. X.509 v3 (RFC 5280) in DER, by hand.
 */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
};
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const bitString = (bytes: Uint8Array) => der(0x03, Buffer.from([0]), bytes);
const octets = (...parts: readonly Uint8Array[]) => der(0x04, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const utcTime = (at: number) =>
  der(
    0x17,
    Buffer.from(
      `${new Date(at)
        .toISOString()
        .replace(/[-:T]|\.\d+Z/g, '')
        .slice(2)}Z`,
    ),
  );

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const commonName = oid('550403');
const basicConstraints = oid('551d13');
const subjectAltName = oid('551d11');
const isTrue = der(0x01, Buffer.from([0xff]));
const day = 24 * 60 * 60 * 1000;

export type CertificateOptions = {
  /** Instead of 127.0.0.1 and localhost. */
  readonly host?: string;
  /** The middle of the two days for which it is valid; now where nothing is said. */
  readonly at?: number;
};

/** PEM, for 127.0.0.1 and localhost. Trust `cert` as its own authority. */
export function makeCertificate({ host, at = Date.now() }: CertificateOptions = {}): {
  readonly key: string;
  readonly cert: string;
} {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const serial = randomBytes(8);
  // Who signed is looked for by name: two of one name would be taken for each other.
  const called = `fault server ${serial.toString('hex')}`;
  const name = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(called)))));
  // A set top bit would make the number negative, a zero byte not minimal.
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f);
  const extensions = sequence(
    sequence(basicConstraints, isTrue, octets(sequence(isTrue))),
    sequence(
      subjectAltName,
      octets(
        host === undefined
          ? sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])))
          : sequence(der(0x82, Buffer.from(host))),
      ),
    ),
  );
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ecdsaWithSha256,
    name,
    sequence(utcTime(at - day), utcTime(at + day)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const certificate = sequence(body, ecdsaWithSha256, bitString(sign('sha256', body, privateKey)));
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
