/** What of the organisation is saved as a file, and in which form. */
import { z } from 'zod';
import { longestWord } from './bounds.ts';
import { UserId } from './ids.ts';
import { ChartAsked } from './organisation.ts';
import { MapColour, MapRegion } from './organisation-map.ts';
import { Spotlight } from './organisation-spotlight.ts';

/** `everybody`: the whole map. `branch`: somebody and everybody below. `chart`: as it is opened in the page. `view`: what is on screen of the map. */
export const SavedWhat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everybody') }),
  z.object({ kind: z.literal('branch'), id: UserId }),
  ChartAsked.extend({ kind: z.literal('chart') }),
  MapRegion.extend({ kind: z.literal('view') }),
]);
export type SavedWhat = z.infer<typeof SavedWhat>;

/** `pdf`: as the SVG, on one page, of `mostPrinted` people at most. */
export const SavedFormat = z.enum(['svg', 'pdf', 'csv']);
export type SavedFormat = z.infer<typeof SavedFormat>;

/** `colour`: what the colours of a map say; the spotlight, instead of it. */
export const OrganisationSaveAsked = z.object({
  what: SavedWhat,
  format: SavedFormat,
  colour: MapColour,
  spotlight: Spotlight.extend({ words: z.string().max(longestWord) }).optional(),
});
export type OrganisationSaveAsked = z.infer<typeof OrganisationSaveAsked>;

/** The same on paper, fitted into one page: of `mostPrinted` people at most. */
export const OrganisationPrintAsked = OrganisationSaveAsked.omit({ format: true });

/** As it is given on to the thread; `source`: where the organisation comes from, in words. */
export type SaveAsked = OrganisationSaveAsked & { readonly source: string };
