/** Words that stand beside telephone numbers, in the languages of the demo's offices and some more. Folded to lower case, without dots. */

/** What follows is dialled within, behind the number. */
const extension = new Set(
  `x xt ext extn extension exten xtn dw durchwahl nst nebenstelle apparat app klappe klp kl klapka linka int interno intern
  interne internal poste post anexo ramal extensión ext-n доб добавочный добав вн внутр внутренний вътр wew wewn wewnętrzny
  mellék εσωτ εσωτερικό dahili anknytning ankn anknytn lok lokal lokalnr alanumero alanro toestel tst 内線 內線 分机 分機 分机号 转 轉
  内線番号 내선 내선번호 داخلي تحويلة داخلی שלוחה ต่อ lẻ एक्सटेंशन vnitřní ligne`.split(/\s+/),
);
/** Fillers between such a word and its digits: "ext. no. 5". */
const filler = /^(?:no|nr|n|num|número|numero|nummer|number|№|n°|nº|máy|số|o)$/;

/** Whatever number stands behind them is of a place. */
const place = new Set(
  `room rm office desk floor fl building bldg suite ste apt level wing gate door house seat cubicle shift team group line
  büro buero zimmer zi raum etage stock stockwerk og eg ug haus gebäude platz tür hausnr
  bureau chambre salle étage bâtiment porte oficina sala piso despacho puerta planta edificio stanza ufficio piano kantoor kamer verdieping
  pokój pok piętro kancelář kancelar patro kontor rum rom plan huone oda kat кабинет каб комната комн ком офис этаж эт корпус
  部屋 号室 階 楼 室 층 호 غرفة مكتب الطابق חדר קומה`.split(/\s+/),
);

/** Of those, the ones that also say where a telephone stands: "Office 212 555 0199". */
const phonePlace = new Set(
  `office desk line team group house haus büro buero bureau oficina despacho ufficio kantoor kontor kancelář kancelar huone
  gate door офис кабинет`.split(/\s+/),
);

/** Digits behind these are no telephone's. */
const other = new Set(
  `id ids pin pins puk code codes passcode password passwort kennung kenncode kundennr kundennummer personalnr personalnummer matrikelnr
  iban bic konto kontonr account acct employee emp badge vat ust ustid steuernr ticket код пин`.split(/\s+/),
);

/** Behind a number of one or two digits: of a floor, an hour, an ordinal. */
const afterPlace = new Set(
  'uhr h hrs am pm og eg ug etage stock floor fl st nd rd th er ème étage piso piano kat'.split(' '),
);

const isWordOf = (words: ReadonlySet<string>, word: string): boolean => words.has(bare(word));
function bare(word: string): string {
  return word.toLowerCase().replace(/[.'’]+/g, '');
}

export const isPlaceWord = (word: string): boolean => isWordOf(place, word);
export const isPhonePlace = (word: string): boolean => isWordOf(phonePlace, word);
export const isOtherWord = (word: string): boolean => isWordOf(other, word);
export const isAfterPlace = (word: string): boolean => isWordOf(afterPlace, word);
export const isFaxWord = (word: string): boolean => /fax|факс|ファクス|ファックス|传真|傳真|팩스|فاكس|פקס/iu.test(word);

const words = /[\p{L}\p{M}№°º][\p{L}\p{M}.'’°º-]*/gu;

/** Whether the text between a number and the digits behind it says that those are an extension. */
export function leadsToExtension(between: string): boolean {
  const spoken = between.match(words) ?? [];
  if (spoken.length === 0) return /#|~/.test(between) && !/[,;|&]/.test(between);
  const said = spoken.map(bare).filter((word) => !filler.test(word));
  // Only the last word says what follows: "Zentrale, Durchwahl 12".
  return said.length > 0 && extension.has(said.at(-1) ?? '');
}

/** Pauses, and what is keyed in once somebody, or a machine, has answered. */
export function leadsToKeys(between: string): boolean {
  return /^[\s),;pw*]*[,;pw*][\s,;pw*(]*$/i.test(between);
}

/** Without another number being meant: more than one sign, or one that stands for nothing else. */
export function surelyLeadsToKeys(between: string): boolean {
  return leadsToKeys(between) && /[pw*]|[,;]\s*[,;]/i.test(between);
}
