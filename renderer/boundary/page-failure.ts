/** What may be said and logged of an error in the page: its type and where it came from. Its message may quote a record. */
import type { CallOutput } from '../../contract/calls.ts';
import type { PageFailure, PagePart } from '../../contract/shown-page.ts';

/** `origin`: of the app's own page, whose frames alone are named. */
export function pageFailure(part: PagePart, error: unknown, origin: string): PageFailure {
  if (!(error instanceof Error)) return { part, error: typeof error, frames: [] };
  const frames: string[] = [];
  for (const match of behindMessage(error).matchAll(
    /^\s+at (?:(?:async )?([\w.$<>]+) )?\(?(\S*\/)([\w.-]{1,80}:\d{1,7}:\d{1,7})\)?$/gm,
  )) {
    const [, name = '', folder = '', place = ''] = match;
    if (folder.startsWith(`${origin}/`) && frames.length < 12) frames.push(`${name.slice(0, 80)}@${place}`);
  }
  return { part, error: /^\w{1,40}$/.test(error.name) ? error.name : 'Error', frames };
}

/** The stack without the message, whose lines may be shaped like frames; empty where they cannot be told apart. */
function behindMessage({ stack, message }: Error): string {
  const at = typeof stack === 'string' ? stack.indexOf(message) : -1;
  return at < 0 ? '' : (stack ?? '').slice(at + message.length);
}

/** The text of a report: what support has to know, and nothing of anybody's record. */
export function reportText(
  { part, error, frames }: PageFailure,
  { reference, about, at }: { reference: string | null; about: CallOutput<'app.about'> | null; at: Date },
): string {
  return [
    about === null ? 'Rolodesk' : `Rolodesk ${about.version}, ${about.platform}, ${about.runtime}`,
    `${at.toISOString()}, reference ${reference ?? 'none'}`,
    `${error} in ${part}`,
    ...frames.map((frame) => `  ${frame}`),
  ].join('\n');
}
