/**
 * Words that stand in dates, times and amounts: months, days, parts of the day, what joins them, and currencies, in the
 * languages of Europe and the larger ones elsewhere, as LibreOffice 7.4 (`XLocaleData`) and CLDR (`Intl`) have them. Of
 * Latin letters without accents, cut after six. Any other script counts as if all its words were here.
 */

const cutAfter = 6;

/** Whether a text has a word that is none of them: then it is nothing but text, digits or not. */
export function hasOtherWord(text: string): boolean {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  for (const [word] of folded.matchAll(/\p{L}+/gu)) {
    if (/^[a-z]+$/.test(word) && !known().has(word.slice(0, cutAfter))) return true;
  }
  return false;
}

/** Of one or two letters. */
const short = `
  a ag al am an ap ar at az b ba bb bf br bs bz c ch cn cs ct d da dc de dg di dj dl dm do ds dt du dv e em f fb fl fm
  fr ft g gb gh gs h hk i ig ii il in ip ir is it iv ix j jp k kc ke km kn ko kr kt kz l la lo lr ls lt m ma me mh mi
  mk mo mu n nd ne ng nm nt o og on oo or os p pa pe pg pi pk pm pn po pr pt q qn r rd rm rp rs s sa si sk so sr st su
  sv t ta th ti tk tl to tr tt tu ty uk um us ut v ve vi vm vr wn wo wt x xi y z za zo
`;

/** Of three letters or more: a spreadsheet may know them by their beginnings, too. */
const long = `
  abendu abrell abril abuztu aed aftern agasti agosti agosto agt agusto agustu ahad ahd aibrea alhami amd antrad aoa
  aoine aout apiril apreli aprila aprile aprili aprill apryla aralik araw ars astear asteaz astele ats aud auer august
  augusz avgust avqust avrigl avril avust awgust awst awwiss axsami azaroa azm azn baland bam bay bazar bdt bealta bef
  bgl bgn bhd bil bin birzel biyern bob bop brezen brezna brl bsf budhwa bwp byn byr bzd cad carsam cawe ceadao ceitea
  cerven cervna cetrte ceturt cetvrt cheite chf chieu chorsh chu chwefr clp cmt cny cop crc csd csutor ctvrte cumart
  cvc cvn czerwc czerwi czk czwart damhai dearda decemb deirea dekabr del dem densch desemb desimb detsem dezemb dfomh
  dhen dhjeto diarda dicemb diciad diciem didomh diel dienst dihaoi dijous dillun diluai dimair dimanc dimart dimecr
  dinsda disath disemb dissab disyem diumen divend dkk domeni domhna doming donder donner donnes dopaha duben dubhla
  dubna dumeng dumini dushan dydd dzd eanair ebrill ecs eek egp ekaina ekim eko elokuu enero enjte ephrel epreli erb
  esc esmasp esp eur evenin eylul fanadu faoill favrer feabhr febbra febrei febrer febrew februa februw feira fevere
  fevral fevrie fhaoil fimmtu fomhai fostud frar fredag freed freide freita frf friday friggj gabi gada gbp gearra
  geguze gel gener gennai ghc ghearr ghible ghs giblea gievgi gim gioved giugno glinde gmd gmt gorffe grd grudni
  grudzi gruodi gruodz gtq gunju guruwa gusht gwener hai haoine hapon hari hazira heinak helmik hene hetfo hkd hla hnl
  hodz hosdag hrk huf huhtik hulyo hunyo huwebe hydref ianuar iau idr iep igande iii ijm ijumaa ils inr ionawr iqd
  iraila irr isk isnin isonto isuk itl iuchar iuil iulie iunie iyl iyn iyul iyun jaanua janar janeir jannar janner
  jannew januar januwa janvar janvie janyuw jeudi jmd jms jnn jod joi jouluk jpl jpy jtn jtt jueves juille juin julai
  julayi julho julie julija julijs juliol julius july jumaat jumamo jumann jumapi jumata juna june junho junie junija
  junijs junio junius juny juuli juuni kamis kasim kedd kesaku keskiv ketvir khamis kolmap kolovo korrik kovas kovo
  krw ksh kveten kvetna kwd kwieci kwietn kzt lapkri larunb lauant laugar laupae laurda lbp leden ledna lei leygar
  liepa liepos linggo lipanj lipca lipiec lipnja listop lkr llun lokaku lordag ltl luain luan luf luglio lulju lunasa
  lunast lundi lunedi lunes luni luns lutego luty lvl lwesib lwesih lwesin lwesit lyd maaie maalis maanan maanda maart
  machi madali madhya madrug maerz maggio maiatz maig maijs maio mairt maja majus malam manada manana mandag mangal
  manuda marca march marciu marco mardi marec maret marras marso marta marted martes martie marts martxo marzec marzo
  marzu mashi matg matshi mawrth mayis mayo mbremj mean mediod mee mehefi meinde meithe meja meje mejju mengje merca
  merche mercol mercor mercre merkur mesdit mesemn mettwo meyi mfomh mgqibe mhart midday mierco miercu mikuda minggu
  mittwo miyerk mkd moande moies monday montag mop mornin mrt mrz msombu mur mvulo mwk mxn myr nachm nad nam nates
  nedela nedele nedelj nedjel neljap nentor ngn nhat niedzi night nio nisan njedze nlg nobyem noche noiemb nok nollai
  nomett noon novemb noviem novimb nowemb noyabr nzd ocak octobe octobr octomb octubr odp ogmhio ogos oktabr okthob
  oktoba oktobe oktobr oktoob oktubr oktyab omr onsdag ostegu ostira otrdie otsail ottobr ottubr outubr ozujak ozujka
  pab pagi paradi pasdit patek paysha pazart pazdzi pebrer pecp penkta pentek perjan persem petak petang petek php
  piatek piatok piektd pirmad pirmdi pjatk pkr pln plz pondel pondze ponede ponedj popiet premte prieks priesp prill
  prosin pte ptg pts puhapa pyg pzt qar qersho quarta quinta raat rabu raviwa reede rgp rgs rhagfy rijen rijna rol ron
  rsd rub rugpju rugsej rujan rujna rur sabado sabato sabtu sadwrn sali sambat samedi samhai samsch samsta sang sar
  saterd sathai saturd sausio sausis schane segund sekmad selasa senin sentab sentya septem septhe septie septim
  seshan sestad sestdi setemb settem setyem sexta sfr sgd shaam shanba shaniw shkurt shtato shtune shukra sibt sierpi
  sierpn sijeca sijecn sin sit skk snein sneon sno sobota somwaa sondag sonnde sonnta sonto spalio spalis spl sreda
  srijed srjeda sroda srpanj srpen srpna srpnja streda studen stvrto stwort stycze styczn subah subat subota sultai
  sundag sunday sunnud sunnun svc svetdi sviban svibnj syp syysku szepte szerda szomba tachwe tammik tangha tapat
  tarde teisip temmuz tengah terca tetor thang thb the thg thursd tiisde tiista tirsda tisdag tlieta tnd tnejn tonger
  torek torsda torsta toukok travan travnj trecia tresdi trl try tsh ttd tuesda twd tysdag tzs uah uhr ulwesi umaga
  umgqib umsomb unora urriar urtarr usd utc utery utorak utorok uyu uzs uztail vasari vasarn veb veebru vef veljac
  vender vendre venerd venres ves vierne viii vineri vnd vorm vrijda vrydag wednes wengi woansd woensd wrzesi wrzesn
  wtorek wutora xaneir xii xof xoves xullo xuno yaksha yanvar yer ytl zari zaterd zercla zmw zondag zwd
`;

const wordsIn = (text: string): string[] => text.trim().split(/\s+/);

let made: ReadonlySet<string> | null = null;

/** Made when it is first asked for: most runs export nothing. */
function known(): ReadonlySet<string> {
  const beginnings = (word: string) => Array.from({ length: word.length - 2 }, (_, more) => word.slice(0, 3 + more));
  made ??= new Set([...wordsIn(short), ...wordsIn(long).flatMap(beginnings)]);
  return made;
}
