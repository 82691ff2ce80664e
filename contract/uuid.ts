/** What a UUID looks like with its dashes. In a file of its own, so that the page need not load the schemas for it. */

/** In small letters; for other patterns to be made of. */
export const uuidPattern = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

const canonical = new RegExp(`^${uuidPattern}$`);
const inAnyCase = new RegExp(canonical, 'i');

/** In any letter case. */
export const isDashedUuid = (text: string): boolean => text.length === 36 && inAnyCase.test(text);

/** As ids are kept: in small letters. */
export const isCanonicalUuid = (text: string): boolean => text.length === 36 && canonical.test(text);
