/**
 * How much of a record reaches the page. What a server sends may be of any size; what is beyond these bounds is cut where
 * replies are read and named as cut, and the raw reply has all of it. Lengths are in UTF-16 units.
 */

/** A name, or the text that somebody wrote of themselves. */
export const longestText = 10_000;
/** A user name, or one address as an e-mail field has it. */
export const longestHandle = 1000;
/** An id or a word: of a role, a type, an availability. */
export const longestWord = 200;
/** The address of a picture. */
export const longestUrl = 4000;
/** What one telephone field says. */
export const longestNumber = 400;
/** Combining marks on one letter. The scripts in use need five. */
export const mostMarks = 8;

/** Entries of any one list in one message. */
export const mostEntries = 500;
/** E-mails, and telephone numbers, of one person. */
export const mostContacts = 200;

/** One message between the page and the main process, in bytes of JSON. */
export const longestMessage = 1024 * 1024;
/** A longer text goes in parts of this length: no UTF-16 unit takes more than six bytes. */
export const longestPart = 170_000;

/** Of a person in one line. */
export const cardBounds = { name: 160, username: 80, email: 254, phone: 80, word: 40, label: 120 } as const;

/** Direct reports in one part. */
export const mostReports = 100;
/** Rows on screen at once: those of the tallest screens. */
export const mostSeen = 60;
/** Rows of the table in one answer. */
export const mostRows = 200;
/** Recipients of one mail that is begun for several people, and its link in UTF-16 units: what mail programs take. */
export const mostRecipients = 50;
export const longestMailLink = 2000;
/** Values in one headcount. */
export const mostHeadcounts = 100;
/** Names of a list that are looked through for what is typed in it. */
export const mostNames = 1000;
/** The longest that is typed to go to a row. */
export const longestTyped = 100;
/** Problems of one kind in one answer; those that are named by one call; and what is noted of those set aside, in UTF-16 units. */
export const mostProblemRows = 100;
export const mostSubjects = 500;
export const longestNote = 1000;
/** Of people who make something a problem, so many are named. */
export const mostNamed = 5;

/** The longest text that is searched or filtered with, in UTF-16 units: 64 KB of ids. */
export const longestSearchText = 65_536;
/** So many ids, addresses and numbers of one list are looked for. */
export const mostListed = 1000;
/** Of people who match a text, so many are counted. */
export const mostCounted = 1000;
/** The longest text in which ids are looked for at once, in UTF-16 units. */
export const longestIdsText = 20_000_000;
/** The most requests a day that can be allowed for keeping people fresh. */
export const mostRefreshesPerDay = 1_000_000;

/** People whose line is asked for at once in the organisation. */
export const mostMembers = 200;
/** Of one person in the organisation: other managers who are named, and people of a circle. */
export const mostOtherManagers = 20;
export const mostInCircle = 12;
/** Managers above one another who are named. */
export const mostAbove = 100;
/** On the way down to one of two people: those who are named, claims of others on it, and managers who cannot approve. */
export const mostWaySteps = 25;
export const mostClaimsOnWay = 10;
export const mostPassedOver = 5;
/** People whose branches in a chart differ from the usual, of each kind. */
export const mostChanged = 2000;
/** People on one PDF, or on paper: Chromium draws so many in seconds, and ten times as many not in a minute. */
export const mostPrinted = 10_000;
/** In one chart: cards, and everything that is drawn. */
export const mostCards = 5000;
export const mostItems = 8000;

/** One part of a kept picture, in bytes. */
export const longestPicturePart = 1_000_000;
/** One part of an image that the page drew, in bytes, and all of it. */
export const longestImagePart = 512 * 1024;
export const longestImage = 256 * 1024 * 1024;
/** What a canvas can hold: pixels along a side, and in all. */
export const mostImageSide = 16_384;
export const mostImagePixels = 268_000_000;

/** A list that is checked: lines, and bytes of a file or UTF-16 units of a text. */
export const mostCheckedLines = 100_000;
export const longestChecked = 20_000_000;
/** One part of a file that is checked, in bytes. */
export const longestFilePart = 512 * 1024;
export const longestFileName = 255;
/** Names of files in an archive, or of sheets in a workbook, that are told. */
export const mostNamedFiles = 20;
/** Rows of a check in one answer, and people named in one row, or to choose from. */
export const mostCheckRows = 100;
export const mostInRow = 3;
export const mostCandidates = 20;
