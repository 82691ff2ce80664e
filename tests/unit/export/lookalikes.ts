/** Texts that some spreadsheet takes for something else than text. */

/** Numbers, also very long ones, and with what belongs to numbers. */
export const numbers = [
  ...['0', '12', '007', '-5', '+34', '12345678901234567890', '1.10', '1,000', '1.000,00', '1 000', "1'000", '.5', '5.'],
  ...[
    '5-',
    '(5)',
    '1E5',
    '1d5',
    '1e-5',
    '1D5',
    '0x1F',
    '5%',
    '$5',
    '€5',
    '5 €',
    'CHF 5',
    '1/2',
    '1 1/2',
    '½',
    '１２３',
  ],
  ...['٣٣', '२', 'Ⅳ', '①', '−5', ' 12', '12 ', '\u00a05', '\u200b5'],
];

/** Dates and times. */
export const moments = [
  ...['MAR1', 'mar1', '3 Mar', 'Mar 2024', '1-2', '1.2.3', '1.2.2024', '2024-01-01', '2024-01-01T12:00:00Z'],
  ...['2024-01-01T12:00Z', '12:30', '12 PM', '1. lokakuuta', '2024年3月1日', 'R6.1.1'],
];

/** Truth values and errors. */
export const values = [
  ...['TRUE', 'true', 'FALSE', 'wahr', 'FALSCH', 'vrai', 'faux', 'Faux', 'verdadero', 'YANLIŞ', 'TRUE ', 'TRUE\u200b'],
  ...['#N/A', '#NV', '#REF!', '真'],
];
