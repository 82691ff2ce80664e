/** The other direct reports of the manager who claims the person. */
import type { PersonPage } from '../../contract/person.ts';
import { TypedList } from '../layout/typed-list.tsx';
import classes from './person.module.css';
import { CardRow } from './report-row.tsx';

const most = 50;

export function PeerList({ page }: { readonly page: PersonPage }) {
  const manager = page.lines[0]?.steps.at(-1);
  if (manager === undefined || page.peers.length === 0) return null;
  return (
    <section aria-labelledby="peers" className={classes.group}>
      <div className={classes.captionLine}>
        <h2 id="peers" className={classes.caption}>
          Peers, who report to <bdi>{manager.name}</bdi> too
        </h2>
        <span className={classes.counts}>{page.peers.length}</span>
      </div>
      <TypedList className={classes.reportList} names={page.peers.slice(0, most).map(({ name }) => name)}>
        {page.peers.slice(0, most).map((card) => (
          <li key={card.id}>
            <CardRow card={card} />
          </li>
        ))}
      </TypedList>
      {page.peers.length > most && (
        <p className={classes.nothing}>
          And {page.peers.length - most} more, on the page of <bdi>{manager.name}</bdi>.
        </p>
      )}
    </section>
  );
}
