/** What tells a heading from what stands below it, and the column of ids from others. */

/** What ids of people are called, in letters alone. */
const idNames = words(`
  id ids uuid uuids guid uid user users userid userids useruuid userguid usersid personid peopleid employeeid empid memberid
  agentid accountid staffid identifier useridentifier iduuid accountids employeeids
  benutzerid nutzerid anwenderid mitarbeiterid personenid kennung benutzerkennung nutzerkennung mitarbeiterkennung
  identifiant identifiantutilisateur idutilisateur iddelutilisateur idemployé idcollaborateur
  identificador idusuario usuarioid idusuarios iddeusuario idpersona idempleado iddeempleado
  idusuário iddousuário idutilizador iddoutilizador idfuncionário idutente identificativo iddipendente
  gebruikersid medewerkerid personeelsid användarid anställningsid brugerid brukerid medarbejderid ansattid
  tunnus käyttäjätunnus käyttäjäid identyfikator identyfikatorużytkownika idużytkownika idpracownika
  identifikátor iduživatele azonosító felhasználóazonosító kullanıcıid kullanıcıkimliği
  идентификатор идентификаторпользователя idпользователя idсотрудника ідентифікатор ідентифікаторкористувача
  ユーザーid ユーザid 利用者id 社員id 従業員id 用户id 用戶id 员工id 員工id 人员id 用户标识 사용자id 직원id
  معرف المعرف معرفالمستخدم מזהה מזההמשתמש`);
/** What their numbers are called, which may be ids where nothing else is. */
const numberNames = words(`
  employeenumber employeeno empno staffnumber staffno personnelnumber personnelno usernumber userno personalnummer
  personalnr mitarbeiternummer mitarbeiternr matricule numéroemployé númerodeempleado matricola matrícula
  personeelsnummer medewerkernummer anställningsnummer medarbejdernummer ansattnummer numerpracownika sicilno
  kullanıcıno табельныйномер 社員番号 従業員番号 员工编号 用户编号 工号 員工編號 사번`);
const longest = 60;

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Null for what cannot be a heading. */
function nameIn(cell: string): string | null {
  if (cell.length > longest || /\d/.test(cell)) return null;
  const bare = cell.replace(/\([^)]*\)|\[[^\]]*\]/g, '');
  return bare
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

/** Whether a column with this heading holds ids of people. */
export const isIdHeading = (cell: string): boolean => idNames.has(nameIn(cell) ?? '');

/** Whether it holds numbers that they have somewhere. */
export const isNumberHeading = (cell: string): boolean => numberNames.has(nameIn(cell) ?? '');

/** Whether a line is the heading of a column of ids, or of columns that spaces alone part. */
export const isHeadingLine = (line: string): boolean =>
  line.split(/\s{2,}/).some((cell) => isIdHeading(cell) || isNumberHeading(cell));

/** The rule below a table's heading, lines drawn around it, brackets around a list, a mark with nothing behind it. */
export const isRule = (text: string): boolean => /^[^\p{L}\p{N}?]+$/u.test(text);

/** A line above a list that says what it is a list of: "Accounts to close:". */
export const isTitle = (line: string): boolean => /[:：]\s*$|^\s*#|^[^()]{0,200}\b(?:in|any|values)\s*\($/i.test(line);
