/**
 * The fields that the API's reference names under `_data` of Fetch User. They say what a reply could have told: a person who lacks
 * one in a list is fetched singly. The reference alone changes this list; what is shown of a reply is `ownFields` in read-user.ts.
 */
export const fetchUserFields = [
  'phones',
  'emails',
  'id',
  'createdAt',
  'updatedAt',
  'username',
  'firstName',
  'lastName',
  'middleName',
  'displayName',
  'gender',
  'dob',
  'bio',
  'profileImageUrl',
  'coverImageUrl',
  'timezone',
  'data',
  'onboardingData',
  'isActive',
  'isDeleted',
  'deletedAt',
  'availabilityStatus',
  'team',
  'role',
  'primaryEmail',
  'primaryPhone',
  'profile',
  'reportees',
] as const;
