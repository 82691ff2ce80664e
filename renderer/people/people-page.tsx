/** Home: whom one looked at last, and everybody known so far, by standing. */
import type { Standing } from '../../contract/user.ts';
import { useKeptScroll } from '../frame/scroller.tsx';
import { useOpenedFocus } from '../frame/use-opened-focus.ts';
import { PersonLink } from '../name/person-link.tsx';
import { PersonName } from '../name/person-name.tsx';
import { PersonPicture } from '../picture/person-picture.tsx';
import { StandingFilter } from '../standing/standing-filter.tsx';
import type { Visit } from '../store/history.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../time/locale.ts';
import classes from './people.module.css';
import { PeopleList } from './people-list.tsx';

type PeoplePageProps = { readonly visit: Visit; readonly standing: Standing | null };

const recentsShown = 4;

export function PeoplePage({ visit, standing }: PeoplePageProps) {
  const recents = useStore((state) => state.recents);
  const counts = useStore((state) => state.list.counts);
  const showStanding = useStore((state) => state.showStanding);
  const openSearch = useStore((state) => state.openSearch);
  const heading = useOpenedFocus('People');
  useKeptScroll(visit, counts !== null);
  const all = counts === null ? null : Object.values(counts).reduce((total, number) => total + number, 0);

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 ref={heading} tabIndex={-1}>
          People
        </h1>
        <p className={classes.note}>{all === null ? '\u00a0' : `${count(all)} known so far`}</p>
      </header>
      {recents.length > 0 && (
        <section aria-labelledby="opened-last">
          <h2 id="opened-last" className={classes.caption}>
            Opened last
          </h2>
          <ul className={classes.recents}>
            {recents.slice(0, recentsShown).map((card) => (
              <li key={card.id}>
                <PersonLink id={card.id} className={classes.recent}>
                  <PersonPicture id={card.id} name={card.name} picture={card.picture} size={36} />
                  <PersonName name={card.name} standing={card.standing} short />
                </PersonLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="everybody">
        <div className={classes.tools}>
          <h2 id="everybody" className={classes.caption}>
            Everybody known so far
          </h2>
          <StandingFilter counts={counts ?? {}} chosen={standing} onChoose={showStanding} />
        </div>
        {all === 0 ? (
          <div className={classes.empty}>
            <p className={classes.emptyTitle}>Nobody is known yet</p>
            <p>
              Rolodesk learns people as you open them.{' '}
              <button type="button" className={classes.inline} onClick={openSearch}>
                Search for an id or a profile link
              </button>{' '}
              to fetch the first one; their direct reports follow.
            </p>
          </div>
        ) : (
          <PeopleList
            standing={standing}
            total={counts === null ? null : ((standing === null ? all : counts[standing]) ?? 0)}
          />
        )}
      </section>
    </div>
  );
}
