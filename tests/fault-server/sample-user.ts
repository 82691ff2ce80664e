/** A whole reply of Fetch User with every field of the reference, for any id; and one of List Users, for several. */

export function sampleReply(id: string): Record<string, unknown> {
  const email = {
    id: '5a3c0c6e-8a51-4a0e-9f3b-0f6f6a1c2d3e',
    createdAt: 1_631_817_298_108,
    updatedAt: 1_631_817_298_108,
    email: 'Asha.Rao@example.com',
    normalizedEmail: 'asha.rao@example.com',
    type: '',
    isVerified: true,
    user: id,
  };
  const user = {
    phones: [],
    emails: [email],
    id,
    createdAt: 1_631_817_298_108,
    updatedAt: 1_700_000_000_000,
    username: 'asha',
    firstName: 'Asha',
    lastName: 'Rao',
    middleName: '',
    displayName: 'Asha Rao',
    gender: '',
    dob: 0,
    bio: '',
    profileImageUrl: '',
    coverImageUrl: '',
    timezone: '+0530',
    data: null,
    onboardingData: null,
    isActive: true,
    isDeleted: false,
    deletedAt: null,
    availabilityStatus: 'AVAILABLE',
    team: '0d5c2a7e-5b1f-4a43-8a77-0a0b7e1c9f10',
    role: '6f1b9c55-21c4-4d0c-8c2e-5d3a9b7e4f21',
    primaryEmail: email,
    primaryPhone: null,
    profile: null,
    reportees: [],
  };
  return { _data: user, _meta: {}, _errors: [] };
}

export const sampleText = (id: string): string => JSON.stringify(sampleReply(id));

/** One element of a list, exactly as it stands in `sampleList`. */
export const sampleElement = (id: string): string => JSON.stringify(sampleReply(id)._data);

export const sampleList = (ids: readonly string[]): string =>
  `{"_meta":{},"_data":[${ids.map(sampleElement).join(',')}],"_errors":[]}`;
