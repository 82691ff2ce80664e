/** List Users: everybody in one reply, written as fast as it is read and no faster, so that it never stands in memory. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import type { Organisation } from './organisation.ts';

/** People written at once: about 130 kB, and a few milliseconds in which nobody else is answered. */
const batch = 100;

/** `hardDeleted`: whose entry leaves a field out, so that they are asked for by themselves too. */
export const sendUsers = async (
  response: ServerResponse,
  organisation: Organisation,
  hardDeleted: number | null = null,
): Promise<void> => {
  const { people, userOf } = organisation;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.write('{"_data":[');
  try {
    for (let first = 0; first < people; first += batch) {
      let text = '';
      for (let index = first; index < Math.min(people, first + batch); index += 1)
        text += `${index === 0 ? '' : ','}${JSON.stringify(index === hardDeleted ? { ...userOf(index), bio: undefined } : userOf(index))}`;
      if (response.write(text)) await turn(undefined, { signal: gone.signal });
      else await once(response, 'drain', { signal: gone.signal });
    }
  } catch (error) {
    if (gone.signal.aborted) return;
    throw error;
  }
  response.end(`],"_meta":{"status":200,"type":"users","version":"v1","count":${people}},"_errors":[]}`);
};
