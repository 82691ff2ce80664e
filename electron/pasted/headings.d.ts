/** What tells a heading from what stands below it, and the column of ids from others. */
/** Whether a column with this heading holds ids of people. */
export declare const isIdHeading: (cell: string) => boolean;
/** The rule below a table's heading, and lines drawn around it. */
export declare const isRule: (line: string) => boolean;
/** A line above a list that says what it is a list of: "Accounts to close:". */
export declare const isTitle: (line: string) => boolean;
