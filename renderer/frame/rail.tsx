/** The rail: where one can go, whom one looked at last, and which directory this is. */
import { IconAddressBook } from '@tabler/icons-react';
import type { OpenConnection } from '../../contract/account.ts';
import { ConnectionBox } from '../connection/connection-box.tsx';
import { PersonLink } from '../name/person-link.tsx';
import { PersonName } from '../name/person-name.tsx';
import { PersonPicture } from '../picture/person-picture.tsx';
import { GoneMark } from '../status/gone-mark.tsx';
import { currentVisit } from '../store/history.ts';
import { useStore } from '../store/use-store.ts';
import classes from './rail.module.css';
import { RailViews } from './rail-views.tsx';
import { views } from './views.tsx';

const recentsShown = 8;

export function Rail({ open, inert }: { readonly open: OpenConnection; readonly inert: boolean }) {
  const page = useStore((state) => currentVisit(state.history).page);
  const recents = useStore((state) => state.recents);
  const others = recents.filter(({ id }) => page.view !== 'person' || page.id !== id).slice(0, recentsShown);
  return (
    <aside aria-label="Directory" className={classes.rail} inert={inert}>
      <p className={classes.brand}>
        <IconAddressBook size={22} stroke={1.8} aria-hidden="true" />
        Rolodesk
      </p>
      <RailViews views={views} page={page} />
      {others.length > 0 && (
        <nav aria-labelledby="recents" className={classes.recents}>
          <h2 id="recents" className={classes.caption}>
            Recent
          </h2>
          <ul>
            {others.map((card) => (
              <li key={card.id}>
                <PersonLink id={card.id} className={classes.recent}>
                  <PersonPicture id={card.id} name={card.name} picture={card.picture} size={22} />
                  <PersonName name={card.name} status={card.status} short />
                  <GoneMark of={card} brief />
                </PersonLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <ConnectionBox open={open} />
    </aside>
  );
}
