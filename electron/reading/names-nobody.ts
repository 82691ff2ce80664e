/**
 * Tells texts that stand where a name should, and name nobody: "-", "N/A", "null null". Somebody called so is nameless.
 *
 * Without a letter, digit or emoji a text says nothing. Of texts with letters only those do that no person is called by and
 * that programs write where a value is missing: "null" (Java, JavaScript, SQL), "undefined" (JavaScript), "None" (Python),
 * and the "N/A" and "unknown" of forms. "Na", "Nil", "Nan" and "Test" are people's names, and stay out of the list.
 */
const said = String.raw`\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}`;
const nothing = new RegExp(`^[^${said}]*(?:(?:n[/.]a|null|none|undefined|unknown)(?![${said}])[^${said}]*)*$`, 'iu');

/** Longer texts say something: nobody writes so many placeholders. */
const longest = 100;

export const namesNobody = (text: string): boolean => text.length <= longest && nothing.test(text.normalize('NFKC'));
