import { expect, it } from 'vitest';
import { createOrganisation } from '../../../demo/organisation.ts';
import { readPhoneFields } from '../../../electron/phone/read-phones.ts';
import { readUser } from '../../../electron/reading/read-user.ts';

it('every plain number of the demo directory can be dialled as it is written', () => {
  const { people, userOf } = createOrganisation({ people: 1200, seed: 1, origin: 'http://127.0.0.1:4000' });
  let plain = 0;
  for (let index = 0; index < people; index += 1) {
    const read = readUser({ _data: userOf(index) }, null);
    if (!read.ok) continue;
    for (const [nth, { number }] of read.value.phones.entries()) {
      if (!/^\+[\d ]+$/.test(number)) continue;
      plain += 1;
      expect(readPhoneFields(read.value)[nth]?.dial).toBe(number.replaceAll(' ', ''));
    }
  }
  expect(plain).toBeGreaterThan(100);
});
