import { describe, expect, it } from 'vitest';
import { UserId } from '../../../contract/ids.ts';
import { contradictionsOf } from '../../../electron/reading/contradictions.ts';
import { ashaId, benId, homeEmail, read, workEmail } from '../reading/samples.ts';

const date = 1661817298108;
const of = (changes: Record<string, unknown>) => contradictionsOf(read(changes));

describe('contradictions', () => {
  it('are none in an ordinary record', () => {
    expect(of({})).toEqual([]);
    expect(of({ isDeleted: true, isActive: false, deletedAt: date, availabilityStatus: 'AWAY' })).toEqual([]);
  });

  it.each([
    [{ isDeleted: true, deletedAt: date, availabilityStatus: '' }, ['deleted-yet-active']],
    [{ isDeleted: null, deletedAt: date, availabilityStatus: '' }, ['deleted-yet-active']],
    [{ isDeleted: true, isActive: false, deletedAt: date }, ['deleted-yet-available']],
    [{ isActive: false }, ['inactive-yet-available']],
    [{ isActive: false, availabilityStatus: ' available ' }, ['inactive-yet-available']],
    [{ isActive: false, isDeleted: null }, ['inactive-yet-available']],
    [{ isActive: false, availabilityStatus: 'UNAVAILABLE' }, []],
    [{ isDeleted: true, isActive: false, availabilityStatus: 'AWAY' }, ['deleted-without-date']],
    [{ deletedAt: date }, ['deletion-date-yet-not-deleted']],
    [{ emails: [homeEmail()] }, ['primary-email-not-listed']],
    [{ primaryEmail: homeEmail() }, ['primary-email-unverified']],
    [{ emails: [workEmail(), { ...homeEmail(), user: benId }] }, ['email-of-another-user']],
    [{ emails: [workEmail(), { ...homeEmail(), user: { id: benId } }] }, ['email-of-another-user']],
    [{ reportees: [benId, ashaId] }, ['reports-to-self']],
  ])('in %j: %j', (changes, expected) => {
    expect(of(changes)).toEqual(expected);
  });

  it('are not claimed of what could not be read', () => {
    expect(of({ isDeleted: true, isActive: false, availabilityStatus: 3, deletedAt: 'last week' })).toEqual([]);
    expect(of({ emails: 8 })).toEqual([]);
    expect(of({ isActive: 0, isDeleted: 1 })).toEqual([]);
    expect(of({ emails: [], primaryEmail: null })).toEqual([]);
    expect(of({ emails: ['a@x'], primaryEmail: 'a@x' })).toEqual([]);
    expect(of({ emails: [workEmail(), { ...homeEmail(), user: 'asha' }] })).toEqual([]);
    expect(of({ emails: [workEmail(), { ...homeEmail(), user: ashaId.toUpperCase() }] })).toEqual([]);
  });

  it('are not claimed of an owner or a report that is the same id spelled otherwise', () => {
    const owned = (user: string, id: string = ashaId) =>
      contradictionsOf({
        ...read({ emails: [{ ...workEmail(), user }], primaryEmail: { ...workEmail(), user } }),
        id: UserId.parse(id),
      });
    expect([owned(ashaId.replaceAll('-', '')), owned(`{${ashaId}}`), owned('EMP-7', 'emp-7')]).toEqual([[], [], []]);
    expect(owned(benId.replaceAll('-', ''))).toEqual(['email-of-another-user']);
    expect([owned('emp-8', 'emp-7')]).toEqual([['email-of-another-user']]);
    expect(of({ reportees: [ashaId.replaceAll('-', '').toUpperCase()] })).toEqual(['reports-to-self']);
  });
});
