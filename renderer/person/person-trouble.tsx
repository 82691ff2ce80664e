/**
 * Why the person shown is not newer: a refresh that failed, or a server that no longer has them. It may come at any time,
 * so it stands below the page with what the frame says, where nothing is moved by it.
 */

import { isAboutToken } from '../connection/said-by-frame.ts';
import { useSaidByFrame } from '../connection/use-said-by-frame.ts';
import { Banner } from '../failure/banner.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { useStore } from '../store/use-store.ts';
import { Age, Since } from '../time/ago.tsx';

export function PersonTrouble() {
  const person = useStore((state) => state.person);
  const refresh = useStore((state) => state.refreshPerson);
  const shown = person?.state === 'shown' ? person : null;
  const trouble = shown?.again ?? shown?.page.trouble ?? null;
  const isSaid = useSaidByFrame(trouble);
  if (shown === null) return null;
  const { notFoundSince, fetchedAt } = shown.page;
  // Asked for again, with another token if there is one by now.
  const isOvertaken = shown.refreshing && isAboutToken(trouble);
  return (
    <>
      {notFoundSince !== null && (
        <Banner tone="bad" title="The server no longer has this user">
          No longer found since <Since at={notFoundSince} />. What is shown is the local copy from{' '}
          <Age at={fetchedAt} />.
        </Banner>
      )}
      {trouble !== null && !isSaid && !isOvertaken && !(trouble.kind === 'not-found' && notFoundSince !== null) && (
        <FailureNotice failure={trouble} onRetry={refresh}>
          What is shown is the local copy from <Age at={fetchedAt} />.
        </FailureNotice>
      )}
    </>
  );
}
