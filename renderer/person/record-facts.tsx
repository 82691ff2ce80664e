/** The record itself: names, role and team, dates, ids, pictures, what is private, and what the reference does not name. */
import type { PersonPage } from '../../contract/person.ts';
import { LabelName, labelCopy } from '../name/label-name.tsx';
import { LongText } from '../name/long-text.tsx';
import { useStore } from '../store/use-store.ts';
import { Age, Ago, Day, Since } from '../time/ago.tsx';
import { fullTime } from '../time/relative-time.ts';
import { Fact, Facts } from './facts.tsx';
import classes from './person.module.css';
import { PrivateFacts } from './private-facts.tsx';
import own from './record-facts.module.css';
import { unreadDeletion } from './unread-deletion.ts';
import { usePictureTrouble } from './use-picture-trouble.ts';

export function RecordFacts({ page }: { readonly page: PersonPage }) {
  const { user, card } = page;
  const names = [
    ['Display name', user.displayName],
    ['First name', user.firstName],
    ['Middle name', user.middleName],
    ['Last name', user.lastName],
  ] as const;
  const unreadDate = unreadDeletion(user);
  return (
    <>
      <Facts title="Record">
        {names.map(
          ([name, value]) =>
            value !== null && (
              <Fact key={name} name={name}>
                <bdi>
                  <LongText text={value} />
                </bdi>
              </Fact>
            ),
        )}
        {card.role !== null && (
          <Fact name="Role" copy={labelCopy(card.role, 'role')}>
            <LabelName label={card.role} kind="role" nameable />
          </Fact>
        )}
        {card.team !== null && (
          <Fact name="Team" copy={labelCopy(card.team, 'team')}>
            <LabelName label={card.team} kind="team" nameable />
          </Fact>
        )}
        {user.createdAt !== null && (
          <Fact name="Created" copy={{ text: fullTime(user.createdAt), what: 'when it was created' }}>
            <Day at={user.createdAt} />
          </Fact>
        )}
        {user.updatedAt !== null && (
          <Fact name="Changed" copy={{ text: fullTime(user.updatedAt), what: 'when it was changed' }}>
            <Ago at={user.updatedAt} />
          </Fact>
        )}
        {card.deletedAt !== null && (
          <Fact name="Deleted on" copy={{ text: fullTime(card.deletedAt), what: 'when it was deleted' }}>
            <Day at={card.deletedAt} />
            <span className={classes.aside}>
              <Ago at={card.deletedAt} />
            </span>
          </Fact>
        )}
        {unreadDate !== null && (
          <Fact name="Deleted on" copy={{ text: unreadDate, what: 'the date as it came' }}>
            <code className={classes.mono}>{unreadDate}</code>
            <span className={classes.aside}>could not be read as a date</span>
          </Fact>
        )}
        {card.notFoundSince !== null && (
          <Fact name="Not found" copy={{ text: fullTime(card.notFoundSince), what: 'since when it is not found' }}>
            <span>
              since <Since at={card.notFoundSince} />
            </span>
            <span className={classes.aside}>
              <Age at={card.notFoundSince} />
            </span>
          </Fact>
        )}
        <Fact name="Id" copy={{ text: user.id, what: 'the id' }}>
          <bdi className={classes.mono}>{user.id}</bdi>
        </Fact>
        {user.profileImageUrl !== null && (
          <Fact name="Picture" copy={{ text: user.profileImageUrl, what: 'the picture’s address' }}>
            <PictureAddress page={page} which="profile" address={user.profileImageUrl} />
          </Fact>
        )}
        {user.coverImageUrl !== null && (
          <Fact name="Cover" copy={{ text: user.coverImageUrl, what: 'the cover’s address' }}>
            <PictureAddress page={page} which="cover" address={user.coverImageUrl} />
          </Fact>
        )}
        <PrivateFacts user={user} />
      </Facts>
      {user.others.length > 0 && (
        <section className={classes.group} aria-label="Other fields">
          <h2 className={classes.caption}>Other fields</h2>
          {user.others.map(({ field, json }) => (
            <details key={field} className={own.other}>
              <summary>
                <code>{field}</code>
              </summary>
              <pre>{json}</pre>
            </details>
          ))}
        </section>
      )}
    </>
  );
}

type PictureAddressProps = {
  readonly page: PersonPage;
  readonly which: 'profile' | 'cover';
  readonly address: string;
};

/** A way to open it where a browser can be given the address, else the address itself; and why it is not shown. */
function PictureAddress({ page, which, address }: PictureAddressProps) {
  const openPicture = useStore((state) => state.openPicture);
  const trouble = usePictureTrouble(page, which);
  const canOpen = page.reach.opens[which];
  return (
    <>
      {canOpen ? (
        <button type="button" className={classes.inline} onClick={() => void openPicture(page.user.id, which)}>
          Open in the browser
        </button>
      ) : (
        <bdi className={classes.mono}>{address}</bdi>
      )}
      {!canOpen && <span className={classes.aside}>not an https address</span>}
      {trouble !== null && <span className={classes.aside}>Not shown: {trouble}</span>}
    </>
  );
}
