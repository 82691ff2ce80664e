/** Three questions kept apart: active? deleted, and since when? available? Then what contradicts itself, and the history. */
import { IconAlertTriangle, IconHeadphones, IconTrash, IconUserCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PersonPage, ShownUser } from '../../contract/person.ts';
import { statusWords } from '../../contract/status-words.ts';
import { availabilityWord, isAvailable } from '../status/availability-word.ts';
import { Age, Ago, Day, Since } from '../time/ago.tsx';
import { contradictionWords } from '../words/record-words.ts';
import classes from './person.module.css';
import { StatusHistory } from './status-history.tsx';
import own from './status-tab.module.css';
import { unreadDeletion } from './unread-deletion.ts';

export function StatusTab({ page }: { readonly page: PersonPage }) {
  const { user, contradictions, statusHistory, notFoundSince } = page;
  const isThere = notFoundSince === null;
  return (
    <div className={classes.stack}>
      <div className={own.questions}>
        <Question title="Active?" Icon={IconUserCheck} answer={isThere ? activeAnswer(user) : notFoundAnswer}>
          <NoLonger since={notFoundSince} />
          {user.isActive === null
            ? 'The server does not say, or not in a way that can be read.'
            : user.isActive
              ? 'The login is enabled.'
              : 'The login is disabled.'}
        </Question>
        <Question
          title="Deleted?"
          Icon={IconTrash}
          answer={isThere || user.isDeleted === true ? deletedAnswer(user) : notFoundAnswer}
        >
          <NoLonger since={notFoundSince} />
          <DeletedWords user={user} />
        </Question>
        <Question
          title="Available?"
          Icon={IconHeadphones}
          answer={
            !isThere ? notFoundAnswer : user.availability === null ? 'Not said' : availabilityWord(user.availability)
          }
        >
          <NoLonger since={notFoundSince} />
          {user.availability === null
            ? 'The server gives no availability.'
            : isAvailable(user.availability)
              ? 'Work can be assigned.'
              : `Reported as ${user.availability}`}
        </Question>
      </div>
      {contradictions.length > 0 && (
        <section className={classes.card} aria-labelledby="contradictions">
          <h2 id="contradictions" className={classes.caption}>
            What contradicts itself
          </h2>
          <ul className={own.contradictions}>
            {contradictions.map((one) => (
              <li key={one}>
                <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
                {contradictionWords[one]}
              </li>
            ))}
          </ul>
        </section>
      )}
      <StatusHistory
        observations={statusHistory}
        notFound={page.notFoundHistory}
        isDateUnread={unreadDeletion(user) !== null}
      />
      <p className={classes.note}>
        As of <Age at={page.fetchedAt} />. The Raw tab has the reply that says so.
      </p>
    </div>
  );
}

/** Since when the record that is shown is the last one, before what it said. */
function NoLonger({ since }: { readonly since: number | null }) {
  if (since === null) return null;
  return (
    <>
      The server has had no such user since <Since at={since} />. The last record:{' '}
    </>
  );
}

type QuestionProps = {
  readonly title: string;
  readonly Icon: typeof IconTrash;
  readonly answer: string;
  readonly children: ReactNode;
};

function Question({ title, Icon, answer, children }: QuestionProps) {
  return (
    <section className={classes.card} aria-label={title}>
      <h2 className={own.questionTitle}>
        <Icon size={16} stroke={1.8} aria-hidden="true" />
        {title}
      </h2>
      <p className={own.answer}>
        <bdi>{answer}</bdi>
      </p>
      <p className={classes.note}>{children}</p>
    </section>
  );
}

const notFoundAnswer = statusWords['not-found'];

function activeAnswer({ isActive }: ShownUser): string {
  return isActive === null ? 'Not said' : isActive ? 'Yes' : 'No';
}

function deletedAnswer({ isDeleted }: ShownUser): string {
  return isDeleted === null ? 'Not said' : isDeleted ? 'Yes' : 'No';
}

function DeletedWords({ user }: { readonly user: ShownUser }) {
  const { isDeleted, deletedAt } = user;
  const unread = unreadDeletion(user);
  if (unread !== null) {
    return (
      <>
        The server’s date could not be read. It came as <code>{unread}</code>.
      </>
    );
  }
  if (deletedAt === null) {
    return isDeleted === true
      ? 'Since when is not given.'
      : isDeleted === null
        ? 'The server does not say.'
        : 'No deletion date.';
  }
  return (
    <>
      {isDeleted === true ? 'Since' : 'And yet a deletion date is given:'} <Day at={deletedAt} />,{' '}
      <Ago at={deletedAt} />.
    </>
  );
}
