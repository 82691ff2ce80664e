/** What the server gives as the date of a deletion, where that cannot be read. Pure. */
import type { User } from '../../contract/user.ts';

/** As it came, shortened; null where there is none, or one that can be read, in this reply or an older one. */
export function unreadDeletion({ deletedAt, unread }: Pick<User, 'deletedAt' | 'unread'>): string | null {
  if (deletedAt !== null) return null;
  return unread.find(({ field }) => field === 'deletedAt')?.came ?? null;
}
