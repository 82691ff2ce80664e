/** Opening a person, searching and counting with the whole organisation stored, beside the same out of one big object. */
import type { UserId } from '../../contract/ids.ts';
import type { Organisation } from '../../demo/organisation.ts';
import type { DirectoryStore } from '../unit/storage/whole-store.ts';
import { against, heading, median, print, quantile, timed } from './figures.ts';
import { pageOf } from './page-of.ts';
import type { PlainPeople } from './plain.ts';
import { openPlainly } from './plain.ts';

const opened = 500;
const searched = 300;

export function benchOpening(store: DirectoryStore, plain: PlainPeople, organisation: Organisation): void {
  heading(`With ${store.peopleCount().toLocaleString('en')} people stored`);
  // A stride that shares no factor with the size visits people all over the organisation.
  const ids = Array.from(
    { length: opened },
    (_, nth) => organisation.ids.idOf((nth * 7919) % organisation.people) as UserId,
  );
  const plainly = ids.slice(0, 5).map((id) => timed(() => openPlainly(plain, id)));
  const pages = ids.map((id) => timed(() => pageOf(store, id)));
  print({ what: 'open a person out of an object in memory, managers searched', value: median(plainly), unit: 'ms' });
  print({
    what: 'open a person from the database: median',
    value: median(pages),
    unit: 'ms',
    note: against(median(pages), median(plainly)),
  });
  print({ what: 'open a person from the database: 99 of 100 below', value: quantile(pages, 0.99), unit: 'ms' });

  const top = organisation.start as UserId;
  print({ what: 'open the head of everybody, first time', value: timed(() => pageOf(store, top)), unit: 'ms' });
  print({
    what: 'count everybody below the head, once known',
    value: median([1, 2, 3, 4, 5].map(() => timed(() => store.summaryOf(top)))),
    unit: 'ms',
  });

  const texts = ids.slice(0, searched).flatMap((id, nth) => {
    const card = store.cards([id]).get(id);
    return card === undefined ? [] : [card.name.slice(0, 1 + (nth % 9)), card.name, card.username ?? card.name];
  });
  const searches = texts.map((text) => timed(() => store.find({ status: null, text, limit: 20 })));
  print({ what: 'look-up by part of a name: median', value: median(searches), unit: 'ms' });
  print({ what: 'look-up by part of a name: 99 of 100 below', value: quantile(searches, 0.99), unit: 'ms' });
  print({ what: 'look-up by part of a name: worst', value: Math.max(...searches), unit: 'ms' });
  const hits = ids.slice(0, searched).filter((id) => {
    const name = store.cards([id]).get(id)?.name ?? '';
    return store.find({ status: null, text: name, limit: 5 }).some(({ card }) => card.name === name);
  });
  print({
    what: 'people whose own name brings their name among the first 5',
    value: (hits.length / searched) * 100,
    unit: '%',
  });
}
