/** What each table and column is for, as docs/schema.md tells it. `npm run schema` fails where one is missing here or is no more. */
import { type TableWords, workWords } from './work-descriptions.ts';

export const schemaWords: Readonly<Record<string, TableWords>> = {
  ids: {
    is: 'Every id that was ever named, by a reply or in a list of direct reports. Its number stands for it everywhere else, for good.',
    columns: {
      key: 'The number. Numbers grow by one, in the order of naming.',
      id: 'As it is spelled when it is asked for.',
    },
  },
  people: {
    is: 'What a card, a table, a sort and a search need of everybody who is stored, by their newest reply.',
    columns: {
      key: 'In `ids`.',
      status: 'As it is shown, by the numbers of `status-order.ts`: not found before what the record says.',
      sort_name: 'The name, folded for sorting.',
      name: 'As it is shown.',
      username: 'NULL: not set.',
      emails: 'All addresses, a line each, the primary first.',
      phones: 'All numbers, a line each, the primary first.',
      availability: "The server's word for it.",
      role: 'The id of the role.',
      team: 'The id of the team.',
      picture_url: 'Where their picture is fetched.',
      report_count: 'How many direct reports their reply lists.',
      created_at: 'When the record was made, says the record.',
      updated_at: 'When the record was last changed, says the record.',
      deleted_at: 'When the person was deleted, says the record.',
      fetched_at: 'When a reply about them last came.',
      observation: 'Their newest reply, in `observations`.',
      reader_version: 'The version of the reader that filled these columns; another one fills them again.',
      is_whole: '0 where the newest record lacks fields that Fetch User would give: an entry of a list.',
      report_oddities: 'What is odd about the list of direct reports, as JSON; NULL: nothing.',
      search_hash: 'Of the words that are indexed, so that a change of anything else leaves the index alone.',
      not_found_since: 'Since when the server says that there is no such user; NULL: it does not.',
      reports_at: 'When a reply last spoke of direct reports, where the newest did not; NULL: `fetched_at`.',
      time_zone: 'As the record writes it.',
      first_name: 'NULL: not set.',
      middle_name: 'The same.',
      last_name: 'The same.',
      is_active: '0 or 1; NULL: not set, or not to be read.',
      is_deleted: 'The same.',
      is_plain:
        '1 where an export says the addresses, numbers and number of direct reports that stand here; else it reads the reply.',
    },
  },
  observations: {
    is: "One row for each change of a person's record, with the reply itself. `text` stood last when the table was made, so that the others are read without it.",
    columns: {
      id: 'Grows with time.',
      person: 'In `ids`.',
      sha256: 'Of `text`.',
      first_seen_at: 'When a reply first said so.',
      last_seen_at: 'When a reply last said so.',
      status: 'Of the record, by the numbers of `status-order.ts`.',
      is_active: '0 or 1; NULL: not set, or not to be read.',
      is_deleted: 'The same.',
      deleted_at: 'As in `people`.',
      availability: 'As in `people`.',
      url: 'What was asked: of one person, or of the list.',
      text: 'The reply as it came, or the exact piece of the list.',
      carried: 'What the reply left out and an older one had, as JSON (`carried.ts`); NULL: nothing.',
      text_at: 'When this very text first came, where an earlier one said the same; NULL: `first_seen_at`.',
    },
  },
  claims: {
    is: 'Each manager and the people they list or listed as direct reports. One row for each span of time.',
    columns: {
      manager: 'Who lists, in `ids`.',
      report: 'Who is listed, in `ids`.',
      first_seen_at: 'The first reply that said so.',
      last_seen_at:
        "The last one. NULL while the claim lives: it was then last seen with the manager's newest reply that speaks of direct reports.",
      ended_at: 'The first reply that said otherwise; NULL: the claim lives.',
    },
  },
  not_found: {
    is: 'When the server answered that there is no such user. One row for each span of time.',
    columns: {
      person: 'In `ids`.',
      since: 'The first such answer.',
      last_at: 'The newest one; 0: to be asked again.',
      ended_at: 'When the server gave the person again; NULL: it has not.',
    },
  },
  fetch_failures: {
    is: 'Who could not be fetched lately, and why. A row goes once the person is fetched or not found.',
    columns: {
      person: 'In `ids`.',
      failure: 'A failure of the contract, as JSON.',
      at: 'The last try.',
      tries: 'How many there were.',
      passes: '1 where the same question may be answered another time.',
    },
  },
  missing_counts: {
    is: 'How many people nothing is stored of since they could not be had, kept with every write.',
    columns: { what: '`failed` or `not-found`.', people: 'How many.' },
  },
  status_counts: {
    is: 'How many people have each status, kept with every write: counting a million takes a second.',
    columns: { status: 'By the numbers of `status-order.ts`.', people: 'How many.' },
  },
  sync: {
    is: 'How far the sync is, in one row. Who is still to be fetched follows from the other tables.',
    columns: {
      row: '1.',
      status: 'A status of the contract.',
      listed_at: 'When the list of all users was last asked for; NULL: never.',
      completed_at: 'When everybody had been fetched; NULL: never.',
      refresh_per_day: 'How many people may be fetched again in a day.',
      refresh_day: 'The day that `refresh_used` counts, in whole days since 1970-01-01.',
      refresh_used: 'How many were fetched again on that day.',
      list_trouble: 'Why the list could not be used, as JSON; NULL: it was, or there was none.',
      list_part: 'What the list says to be a part of, as JSON; NULL: it was whole, or there was none.',
      named_agreed: 'How many people had been named and not fetched when the person said to go on; 0: never asked.',
    },
  },
  list_oddities: {
    is: 'Entries of the list of all users, as it last came, that are nobody, or somebody who stood there before.',
    columns: {
      nth: 'Which entry, from 0.',
      why: '`no-id`, `no-user` or `twice`.',
      text: 'What stood there, shortened.',
      person: 'Who stood there before, in `ids`; NULL: it is nobody.',
    },
  },
  start_ids: {
    is: 'Ids that the person gave to start from.',
    columns: { position: 'In the order given.', id: 'As it was given.' },
  },
  opened: {
    is: 'Whose page was opened, and when last.',
    columns: { person: 'In `ids`.', at: 'Later than all others that were opened before.' },
  },
  labels: {
    is: 'Names that the server gives to teams and roles.',
    columns: { kind: '`team` or `role`.', id: 'As it stands in `people`.', name: 'As it is shown.' },
  },
  local_labels: {
    is: 'Names given on this computer to teams and roles whose names the server does not tell.',
    columns: { kind: '`team` or `role`.', id: 'As it stands in `people`.', name: 'As it is shown.' },
  },
  label_tokens: {
    is: 'Each role and team that somebody has.',
    columns: {
      token: 'Makes the one character that stands for it in `words`.',
      kind: '`team` or `role`.',
      id: 'As in `people`.',
    },
  },
  pictures: {
    is: 'Which picture each address gave. The pictures themselves are files, named by their hash.',
    columns: {
      url: 'Where it was fetched.',
      sha256: 'Of the picture; NULL: none was to be had.',
      fetched_at: 'When it was asked for.',
      why: 'Why none was to be had, as in `contract/picture.ts`; NULL: there is one, or an older version asked.',
    },
  },
  words: {
    is: 'The index of everybody for the search (FTS5): folded words, made by `search/words.ts`. `rowid` is the key in `people`. It keeps no text of its own.',
    columns: {
      name: 'Words of the name.',
      other: 'Words of the username and of what stands before the @ of addresses, and each of them as a whole.',
      phone: 'Digits of telephone numbers.',
      label: 'One character each for the status, the role and the team.',
    },
  },
  vocabulary: {
    is: 'Every word of a name: what a mistyped word may have been meant for.',
    columns: { word: 'Folded.' },
  },
  index_rebuild: {
    is: 'One row while `words` is made again.',
    columns: { done_to: 'The last person who is in it again.' },
  },
  handles: {
    is: 'What each person can be reached by, in the form in which it is looked up for a status check (`handles-of.ts`).',
    columns: {
      handle: 'An address, a number or a username, with a sign before it that says which.',
      kind: 'What it is of the person, by the numbers of `handles-of.ts`.',
      person: 'In `ids`.',
    },
  },
  handles_filling: {
    is: 'One row while `handles` lacks people who were stored before there was that table.',
    columns: { done_to: 'The last person who is in it.' },
  },
  ...workWords,
};
