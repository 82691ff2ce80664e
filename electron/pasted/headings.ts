/** What tells a heading from what stands below it, and the column of ids from others. */

const idNames = [
  ...[
    'id',
    'ids',
    'uuid',
    'uuids',
    'guid',
    'uid',
    'user',
    'users',
    'userid',
    'userids',
    'useruuid',
    'userguid',
    'usersid',
  ],
  ...[
    'personid',
    'peopleid',
    'employeeid',
    'memberid',
    'agentid',
    'accountid',
    'staffid',
    'identifier',
    'useridentifier',
  ],
  ...['iduuid', 'accountids', 'employeeids', 'benutzerid', 'nutzerid', 'kennung', 'mitarbeiterid', 'personalnummer'],
  ...['identifiant', 'idutilisateur', 'idusuario', 'usuarioid', 'idusuarios', 'idpersona', 'idutente', 'gebruikersid'],
];
const names = new Set(idNames);
const longest = 60;

/** Whether a column with this heading holds ids of people. */
export const isIdHeading = (cell: string): boolean =>
  cell.length <= longest && !/\d/.test(cell) && names.has(cell.toLowerCase().replace(/[^\p{L}]/gu, ''));

/** The rule below a table's heading, and lines drawn around it. */
export const isRule = (line: string): boolean => /^[\s|:+=_*─━│┃┼╋═║┌┐└┘├┤┬┴-]+$/.test(line);

/** A line above a list that says what it is a list of: "Accounts to close:". */
export const isTitle = (line: string): boolean => /[:：]\s*$|^\s*#/.test(line);
