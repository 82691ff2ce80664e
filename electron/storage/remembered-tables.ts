/** What is remembered beside the people: who was opened, names of teams and roles, pictures, where to start. */

import type { DatabaseSync } from 'node:sqlite';
import { dayMs } from '../../contract/day.ts';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type { Label } from '../../contract/person.ts';
import { PictureTrouble } from '../../contract/picture.ts';
import type { LabelKind } from '../../contract/table.ts';
import { isFresh } from '../clock.ts';
import type { LabelNames } from '../reading/user-reply.ts';
import type { NamedLabel } from '../search/labels.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, oneOf, orNull, prepareQuery, sha256, text, userId } from '../sqlite/typed-query.ts';
import { toLabel } from './cards.ts';

/** A picture that could not be had is asked for again after this long. */
const pictureRetryAfterMs = dayMs;

export function createRememberedTables(database: DatabaseSync) {
  const open = database.prepare(
    // After the person opened before, also where the clock was set back in between.
    `INSERT INTO opened (person, at) VALUES (?, max(?, 1 + coalesce((SELECT max(at) FROM opened), 0)))
      ON CONFLICT DO UPDATE SET at = excluded.at`,
  );
  // Only people who are stored: one that was opened and never arrived has no card.
  const recent = prepareQuery(
    database,
    'SELECT o.person FROM opened o JOIN people p ON p.key = o.person ORDER BY o.at DESC, o.rowid DESC LIMIT ?',
    [number],
  );
  const dropLabels = database.prepare('DELETE FROM labels WHERE kind = ?');
  const addLabel = database.prepare('INSERT OR REPLACE INTO labels (kind, id, name) VALUES (?, ?, ?)');
  const nameLabel = database.prepare('INSERT OR REPLACE INTO local_labels (kind, id, name) VALUES (?, ?, ?)');
  const unnameLabel = database.prepare('DELETE FROM local_labels WHERE kind = ? AND id = ?');
  const label = prepareQuery(
    database,
    `SELECT (SELECT name FROM labels WHERE kind = ?1 AND id = ?2) AS served,
      (SELECT name FROM local_labels WHERE kind = ?1 AND id = ?2) AS own`,
    { served: orNull(text), own: orNull(text) },
  );
  const labels = prepareQuery(
    database,
    `SELECT kind, id, name FROM labels UNION ALL
    SELECT kind, id, name FROM local_labels l
    WHERE NOT EXISTS (SELECT 1 FROM labels s WHERE s.kind = l.kind AND s.id = l.id)`,
    { kind: oneOf('team', 'role'), id: text, name: text },
  );
  const picture = prepareQuery(database, 'SELECT sha256, fetched_at, why FROM pictures WHERE url = ?', {
    sha256: orNull(sha256),
    fetched_at: number,
    why: orNull(text),
  });
  const putPicture = database.prepare(
    'INSERT OR REPLACE INTO pictures (url, sha256, fetched_at, why) VALUES (?, ?, ?, ?)',
  );
  const dropPictures = database.prepare('DELETE FROM pictures WHERE sha256 IN (SELECT value FROM json_each(?))');
  const addStart = database.prepare('INSERT INTO start_ids (id) VALUES (?)');
  const start = prepareQuery(database, 'SELECT id FROM start_ids ORDER BY position', [userId]);
  return {
    open: (person: PersonKey, at: number): void => {
      open.run(person, at);
    },
    recent: (limit: number): PersonKey[] => recent.all(limit).map(([person]) => person),
    /** A server that tells none of a kind may only be unable to just now: those it told last are kept. */
    replaceLabels: ({ teams, roles }: LabelNames): void => {
      for (const [kind, names] of [
        ['team', teams],
        ['role', roles],
      ] as const) {
        if (names.size > 0) dropLabels.run(kind);
        for (const [id, name] of names) addLabel.run(kind, id, name);
      }
    },
    /** The name a person gives a team or role on this computer; null takes it away. */
    nameLabel: (kind: LabelKind, id: string, name: string | null): void => {
      if (name === null) unnameLabel.run(kind, id);
      else nameLabel.run(kind, id, name);
    },
    label: (kind: LabelKind, id: string): Label => {
      const { served, own } = label.one(kind, id);
      return toLabel(id, served, own) ?? { id, name: null, namedBy: null };
    },
    /** What each is called: by the server, else by the person. */
    labels: (): NamedLabel[] => labels.all(),
    /** Null: it could not be had. Undefined: never asked for, or refused so long ago that it may be asked for again. */
    picture: (url: string, now: number): Sha256 | null | undefined => {
      const row = picture.get(url);
      if (row === undefined || (row.sha256 === null && !isFresh(row.fetched_at, now, pictureRetryAfterMs)))
        return undefined;
      return row.sha256;
    },
    /** Why there is none; null: there is one, or why not is not known. A newer Rolodesk may know other reasons. */
    pictureTrouble: (url: string): PictureTrouble | null =>
      PictureTrouble.safeParse(picture.get(url)?.why).data ?? null,
    putPicture: (url: string, sha256: Sha256 | null, at: number, why: PictureTrouble | null): void => {
      putPicture.run(url, sha256, at, why);
    },
    forgetPictures: (pictures: readonly Sha256[]): void => {
      dropPictures.run(JSON.stringify(pictures));
    },
    addStart: (id: UserId): void => {
      addStart.run(id);
    },
    start: (): UserId[] => start.all().map(([id]) => id),
  };
}
