/**
 * What spreadsheets take for TRUE and FALSE, in the languages of Europe and the larger ones of Asia: the words of
 * LibreOffice's locale data (`XLocaleData.getReservedWord`). Languages of fewer people are left out on purpose: among
 * their words are first names such as Vera and Marina.
 */
const words = new Set(
  [
    'true false · wahr falsch · vrai faux · verdadero falso · vero · verdadeiro · veritat fals · adevărat · waar onwaar',
    'sand falsk · sant falskt · sann usann · rétt rangt · tosi epätosi · tõene väär · patiess aplams',
    'teisingai neteisingai · prawda fałsz · pravda nepravda · igaz hamis · egiazkoa faltsua · veru falz',
    'točno netočno · tacno netacno · тачно нетачно · точно неточно · вярно невярно · истина ложь · істина брехня',
    'сапраўдна несапраўдна · σωστό λάθος · doğru yanlış · صح خطأ · صحيح خاطئ · درست نادرست · راست غلط · सही गलत',
    'benar salah · đúng sai · จริง เท็จ · 真 假 · 참 거짓',
  ].flatMap((line) => line.toUpperCase().split(/[ ·]+/)),
);

const longest = Math.max(...Array.from(words, (word) => word.length));

/** In any letter case. Compared in capitals, since the Turkish ı and i have the same. */
export function isTruthWord(text: string): boolean {
  return text.length <= longest && words.has(text.toUpperCase());
}
