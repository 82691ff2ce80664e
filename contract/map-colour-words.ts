/** What the colours of the map say in words, on screen and in what is saved. */
import { colourCodes } from './map-colours.ts';
import type { MapColour } from './organisation-map.ts';
import { onlyListedWords } from './people-count.ts';
import { statusWords } from './status-words.ts';

export const colourWords: { readonly [C in MapColour]: string } = {
  division: 'Division',
  status: 'Status',
  availability: 'Availability',
  age: 'Age',
};

const onlyListed = onlyListedWords.charAt(0).toUpperCase() + onlyListedWords.slice(1);

/** By code, the usual first. */
export const codeWords: { readonly [C in Exclude<MapColour, 'division'>]: readonly (readonly [number, string])[] } = {
  status: [
    [colourCodes.status.active, statusWords.active],
    [colourCodes.status.inactive, statusWords.inactive],
    [colourCodes.status.deleted, statusWords.deleted],
    [colourCodes.status['not-found'], statusWords['not-found']],
    [colourCodes.status.unknown, statusWords.unknown],
    [colourCodes.status.notStored, onlyListed],
  ],
  availability: [
    [colourCodes.availability.available, 'Available'],
    [colourCodes.availability.other, 'Not available'],
    [colourCodes.availability.notSaid, 'Not said'],
    [colourCodes.availability.notStored, onlyListed],
  ],
  age: [
    [colourCodes.age.withinDay, 'Fetched within a day'],
    [colourCodes.age.withinWeek, 'Within a week'],
    [colourCodes.age.withinMonth, 'Within a month'],
    [colourCodes.age.older, 'Longer ago'],
    [colourCodes.age.notStored, onlyListed],
  ],
};
