/** The same of what a person works on: lists that are checked, and problems. */

export type TableWords = { readonly is: string; readonly columns: Readonly<Record<string, string>> };

export const workWords: Readonly<Record<string, TableWords>> = {
  checks: {
    is: 'Lists that were checked. The one without a name goes when another is checked.',
    columns: {
      id: 'Never given again.',
      name: 'NULL: it has none.',
      source: 'Where the list came from, as JSON.',
      made_at: 'When it was brought.',
      shape: 'Its columns and how many rows it has, as JSON; NULL: it is still being read.',
      asked_at: 'When the server was last asked for it; NULL: never.',
      older_than: 'How old, in milliseconds, an answer was to be asked for again.',
      asking:
        '`running` or `paused` while somebody of it is still to be asked for; NULL: nobody is. Who they are follows from `people`, `not_found` and `fetch_failures`.',
    },
  },
  check_parts: {
    is: 'The rows of the lists, in parts of some hundreds.',
    columns: {
      check_id: 'In `checks`.',
      number: 'Which part, from 0.',
      rows: 'As JSON: of each row the line it came from, which part of that line it is, and its text or its cells.',
    },
  },
  check_choices: {
    is: 'Who was said to be meant by a row.',
    columns: {
      check_id: 'In `checks`.',
      place: 'Which row, from 0.',
      person: 'In `ids`.',
      by_name: '1: the name was accepted, since only one person has it.',
    },
  },
  record_problems: {
    is: "What is wrong with somebody's record by itself, written with the person, so that no reply is read to count them.",
    columns: {
      person: 'In `ids`.',
      what: 'Which kind of problem, by the numbers of `record-problems.ts`.',
      evidence: 'A hash of what shows it: as long as that is the same, so is the problem.',
    },
  },
  problems_aside: {
    is: 'Problems that were set aside.',
    columns: {
      kind: 'A kind of the contract.',
      subject: 'Which of its kind: the key of a person in `ids`, or a hash.',
      evidence: 'A hash of what showed it then: with another one it is no longer set aside.',
      note: 'Why, as the person wrote it.',
      at: 'When.',
    },
  },
  problems_seen: {
    is: 'What there was of each kind of problem when it was last looked at: all else is new.',
    columns: { kind: 'A kind of the contract.', seen: 'Subject and evidence of each, as numbers of 64 bits.' },
  },
  check_runs: {
    is: 'What the answers of a list were at some time.',
    columns: {
      check_id: 'In `checks`.',
      number: 'Which run of its list, from 1.',
      at: 'When it was.',
      counts: 'How many rows had each answer, as JSON.',
      answers: 'One letter for each row.',
    },
  },
};
