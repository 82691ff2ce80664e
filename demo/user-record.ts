/** A user as the service writes one: the reference's fields in the reference's order, with the values that really come. */
export type EmailRecord = {
  id: string;
  createdAt: number | string;
  updatedAt: number | string;
  email: string;
  normalizedEmail: string;
  type: string;
  isVerified: boolean;
  user: string;
};

export type PhoneRecord =
  | string
  | { phone: string; type: string }
  | { number: string; label: string; isPrimary: boolean };

/** `null` means "not set" in the last fields; elsewhere it is `""` or `0`. */
export type UserRecord = {
  phones: PhoneRecord[];
  emails: EmailRecord[];
  id: string;
  /** Milliseconds since 1970 in v1, ISO 8601 with an offset in v2. */
  createdAt: number | string;
  updatedAt: number | string;
  username: string;
  firstName: string;
  lastName: string;
  middleName: string;
  displayName: string;
  gender: string;
  dob: number | string | null;
  bio: string;
  profileImageUrl: string;
  coverImageUrl: string;
  timezone: string;
  data: Readonly<Record<string, string | number>> | null;
  onboardingData: Readonly<Record<string, string | boolean>> | null;
  isActive: boolean;
  isDeleted: boolean;
  deletedAt: number | string | null;
  availabilityStatus: string;
  /** Ids in v1, words in v2. */
  team: string;
  role: string;
  /** An object of the list in v1, a bare address in v2. */
  primaryEmail: EmailRecord | string | null;
  primaryPhone: PhoneRecord | null;
  profile: null;
  reportees: string[];
};

/** What is sent: a record, or what a blemish has left of it. */
export type SentUser = UserRecord | Readonly<Record<string, unknown>>;
