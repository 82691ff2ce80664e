/**
 * What stands in a text beside the name of somebody: titles, and additions in brackets such as "(External)" or
 * "(he/him)". Who is looked for has them or not, whatever the record says.
 */

/** Written with a dot or without, folded. Words that are names as well are among them: they count where they match. */
const titles = new Set(
  `dr ddr drs dra univ prof professor profa doctor doktor docteur dott dottore dottssa dottoressa mr mrs ms mx miss mister sir dame
  madam madame mme mlle monsieur herr hr frau fr fru froken senor senora senorita sr sra srta sig sigra signor signora
  don dona dna doc ing dipl dipling mag mmag priv doz lic arq avv eng engr ir mgr inz hab phd dphil mba msc bsc beng meng esq jr jnr snr
  ii iii iv rev revd hon capt col maj sgt lt gen dhr mevr pan pani bc mudr judr rndr paeddr bey hanim sayin av shri smt sri
  external extern externe externo esterno ext contractor freelancer guest gast consultant
  mphil llm llb cpa cfa pmp rn md do dds dvm
  д-р дръ др проф г-н г-жа гн гжа инж акад
  κ κος κα δρ καθ
  د م أ أد السيد السيده سيد سيده الدكتور الدكتوره دكتور دكتوره المهندس المهندسه مهندس مهندسه الاستاذ الاستاذه استاذ استاذه
  الشيخ شيخ الحاج`
    .split(/\s+/)
    .filter((title) => title !== ''),
);
/** Titles only where they have a dot, or stand behind one that does: else they are names. */
const dotted = new Set(
  `m d h c hc rer nat med jur phil pol oec iur theol dent vet habil univ fh ma ba mr bs ms ll b sc ph ed math techn rerpol`.split(
    /\s+/,
  ),
);
/** Behind a name of a script that is written without spaces. */
const endings = /(?<=.{2})(?:さん|さま|様|先生|氏|くん|君|ちゃん|殿|님|씨|女士|小姐|老师|老師|经理|總|总)$/u;

/** "she/her", also where it stands in no brackets. */
const pronouns = /^(?:he|she|they|ze|xe|er|sie|el|ella|elle|il)\/\p{L}+(?:\/\p{L}+)*$/u;
/** In brackets, or behind a stroke: "Ana Silva | Acme". */
const brackets = /\s[|｜]\s.*$|[([{（［【<〈][^)\]}）］】>〉]*(?:[)\]}）］】>〉]|$)/gu;
const gaps = /[\s,;|、，]+/u;

/** The folded text without titles and without what stands in brackets; null where it has neither, and where nothing is left. */
export function withoutTitles(text: string): string | null {
  const kept: string[] = [];
  let isDotted = false;
  for (const word of text.replace(brackets, ' ').split(gaps)) {
    const pieces = word.split(/[.\-–]+/).filter((piece) => piece !== '');
    const hasDot = word.includes('.');
    const isTitle: boolean = isTitled(pieces, hasDot || isDotted) || pronouns.test(word);
    isDotted = isTitle && hasDot;
    if (!isTitle) kept.push(word.replace(endings, ''));
  }
  const rest = kept.join(' ').trim();
  return rest === '' || rest === text.split(gaps).join(' ').trim() ? null : rest;
}

/** "Dr.", "Dipl.-Ing.", "Ph.D.", "rer. nat.": each piece is one, or all of them together are. A dash by itself parts a name from an addition. */
function isTitled(pieces: readonly string[], hasDot: boolean): boolean {
  if (titles.has(pieces.join(''))) return true;
  return pieces.every((piece) => titles.has(piece) || (hasDot && dotted.has(piece)));
}
