/** How the three answers changed, as far as Rolodesk has seen: one row for each change, the newest first. */
import type { StatusObservation } from '../../contract/person.ts';
import { availabilityWord } from '../status/availability-word.ts';
import { StatusBadge } from '../status/status-badge.tsx';
import { Age, Day } from '../time/ago.tsx';
import classes from './person.module.css';
import table from './table.module.css';

export function StatusHistory({ history }: { readonly history: readonly StatusObservation[] }) {
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history" className={classes.caption}>
        History, as far as it was seen from here
      </h2>
      <div className={table.frame}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Seen from</th>
              <th scope="col">Word</th>
              <th scope="col">Active</th>
              <th scope="col">Deleted</th>
              <th scope="col">Deleted on</th>
              <th scope="col">Availability</th>
            </tr>
          </thead>
          <tbody>
            {history.map((one) => (
              <tr key={one.at}>
                <th scope="row">
                  <Day at={one.at} />{' '}
                  <span className={table.aside}>
                    <Age at={one.at} />
                  </span>
                </th>
                <td>
                  <StatusBadge status={one.status} />
                </td>
                <td>{flag(one.isActive)}</td>
                <td>{flag(one.isDeleted)}</td>
                <td>
                  {one.deletedAt === null ? <span className={table.none}>no date</span> : <Day at={one.deletedAt} />}
                </td>
                <td>
                  {one.availability === null ? (
                    <span className={table.none}>not said</span>
                  ) : (
                    <bdi>{availabilityWord(one.availability)}</bdi>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function flag(value: boolean | null) {
  return value === null ? <span className={table.none}>not said</span> : value ? 'Yes' : 'No';
}
