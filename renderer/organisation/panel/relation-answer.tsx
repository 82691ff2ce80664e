/** What is told of two people, as it was answered. */
import { Button } from '@mantine/core';
import type { UserId } from '../../../contract/ids.ts';
import type { Relation } from '../../../contract/organisation-relation.ts';
import type { Page } from '../../../contract/shown-page.ts';
import { shortId } from '../../name/short-id.ts';
import { useStore } from '../../store/use-store.ts';
import { Age } from '../../time/ago.tsx';
import classes from './panel.module.css';
import { PartWords } from './part-words.tsx';
import {
  approvalWords,
  circlePartsOf,
  namedOf,
  othersWords,
  type Part,
  passedWords,
  relationText,
  waysWords,
} from './relation-words.ts';
import { StillComing } from './still-coming.tsx';
import { PersonLine, Way } from './ways.tsx';

type AtPage = { readonly page: Extract<Page, { view: 'organisation' }> };
type Both = { readonly a: NonNullable<Relation['a']>; readonly b: NonNullable<Relation['b']> };
type FoundProps = AtPage & Both & { readonly found: NonNullable<Relation['found']> };

type RelationAnswerProps = AtPage & {
  readonly asked: { readonly a: UserId; readonly b: UserId };
  readonly relation: Relation;
};

export function RelationAnswer({ page, asked, relation }: RelationAnswerProps) {
  const { a, b, found } = relation;
  if (a !== null && b !== null && found !== null) return <Found page={page} a={a} b={b} found={found} />;
  const missing = [a === null ? [asked.a] : [], b === null ? [asked.b] : []].flat();
  return (
    <p className={classes.headline} role="status">
      {[...new Set(missing)].map((id) => (
        <span key={id}>
          <bdi title={id}>{shortId(id)}</bdi> is not in the organisation.{' '}
        </span>
      ))}
    </p>
  );
}

function Found({ page, a, b, found }: FoundProps) {
  const copy = useStore((state) => state.copy);
  const [one, other] = [namedOf(a), namedOf(b)];
  const { common, toA, toB, circles } = found;
  const isCommonApart = common !== null && common.id !== a.id && common.id !== b.id;
  return (
    <>
      <p className={classes.headline} role="status">
        <PartWords page={page} parts={waysWords(one, other, found)} />
      </p>
      <StillComing />
      {circles.map((circle) => (
        <p key={circle.people[0]?.id} className={classes.odd}>
          <PartWords page={page} parts={circlePartsOf(circle, one, other)} />
        </p>
      ))}
      <Shorter page={page} a={a} b={b} found={found} />
      {isCommonApart && (
        <section className={classes.way}>
          <h3>Lowest common manager</h3>
          <ul>
            <PersonLine page={page} member={common} />
          </ul>
        </section>
      )}
      {a.id !== b.id && (
        <>
          <Way page={page} person={a} way={toA} common={common} />
          <Way page={page} person={b} way={toB} common={common} />
        </>
      )}
      <Approval page={page} found={found} />
      <Button variant="default" onClick={() => void copy(relationText(a, b, found), 'the relation')}>
        Copy as text
      </Button>
    </>
  );
}

function Shorter({ page, a, b, found: { common, shorter } }: FoundProps) {
  if (shorter === null) return null;
  return (
    <section className={classes.way}>
      <h3>{othersWords(common)}</h3>
      <p>
        <PartWords page={page} parts={waysWords(namedOf(a), namedOf(b), shorter)} />
      </p>
      {shorter.claims.map(({ manager, person, seenAt }) => (
        <p key={`${manager.id} ${person.id}`} className={classes.soft}>
          <PartWords page={page} parts={[manager, ' lists ', person]} />, seen <Age at={seenAt} />
        </p>
      ))}
    </section>
  );
}

function Approval({ page, found: { approval, common } }: AtPage & Pick<FoundProps, 'found'>) {
  if (approval === null)
    return <p className={classes.soft}>Who could approve for both is told of now, and not of a date.</p>;
  const { nearest, passed } = approval;
  const nearer: Part[] = nearest === null || passed.length === 0 ? [] : ['Nearer, but not: ', ...passedWords(approval)];
  return (
    <section className={classes.way}>
      <h3>Could approve for both now</h3>
      <p>
        <PartWords page={page} parts={approvalWords(approval, common)} />
      </p>
      {nearest?.seenAt != null && (
        <p className={classes.soft}>
          Last told by the server <Age at={nearest.seenAt} />
        </p>
      )}
      {nearer.length > 0 && (
        <p className={classes.soft}>
          <PartWords page={page} parts={nearer} />
        </p>
      )}
    </section>
  );
}
