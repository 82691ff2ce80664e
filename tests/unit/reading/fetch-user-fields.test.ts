/** What Fetch User gives is fixed by its reference, whatever is shown of a reply. */
import { describe, expect, it } from 'vitest';
import { fetchUserFields } from '../../../electron/reading/fetch-user-fields.ts';
import { readListedUser } from '../../../electron/reading/user-reply.ts';
import { referenceExample } from './reference-example.ts';

const fields = Object.keys(referenceExample._data);
const isWhole = (record: Readonly<Record<string, unknown>>) =>
  readListedUser(new TextEncoder().encode(JSON.stringify(record)), 17, 'https://api.example.com/v1/ext/users');

describe('the fields of Fetch User', () => {
  it("are those of its reference's example, in its order", () => {
    expect(fetchUserFields).toStrictEqual(fields);
  });

  it('are all that an entry of a list needs to be whole', () => {
    expect(isWhole(referenceExample._data)).toMatchObject({ ok: true, value: { isWhole: true } });
  });

  it.each(fields.filter((field) => field !== 'id'))('are not all there without %s', (field) => {
    expect(isWhole({ ...referenceExample._data, [field]: undefined })).toMatchObject({ value: { isWhole: false } });
  });
});
