/**
 * The texts in a JSON document that stand where ids of people stand: in a list of texts, under a name for an id, or below
 * a name for people. What a user record holds beside, its e-mails, team and role, has ids of its own, which are nobody's.
 */
import { digitsOf, parseWrittenJson, WrittenNumber } from '../reading/written-json.ts';
import { isIdHeading, isNumberHeading } from './headings.ts';

/** Below these stands nothing about people, or what is said of the same person once more. */
const elsewhere = new Set(
  ['emails', 'primaryEmail', 'phones', 'primaryPhone', 'team', 'teams', 'role', 'roles', 'pods', '_meta'].map((name) =>
    name.toLowerCase(),
  ),
);
const people = new Set(['reportees', 'users', 'people', 'members', 'managers', 'agents', 'employees', 'accounts']);

/** Null: the text is no JSON, or nothing in it stands where an id would. */
export function textsInJson(text: string): string[] | null {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed) || !/[\]}]$/.test(trimmed)) return null;
  let parsed: unknown;
  try {
    parsed = parseWrittenJson(trimmed);
  } catch {
    return null;
  }
  const texts: string[] = [];
  const open: { readonly value: unknown; readonly isPlace: boolean }[] = [{ value: parsed, isPlace: true }];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { value, isPlace } = one;
    const written = typeof value === 'string' ? value : digitsOf(value);
    if (written !== null) {
      if (isPlace) texts.push(written);
    } else if (value instanceof WrittenNumber) continue;
    else if (Array.isArray(value)) {
      for (let nth = value.length - 1; nth >= 0; nth -= 1) open.push({ value: value[nth], isPlace });
    } else if (typeof value === 'object' && value !== null) {
      const fields = Object.entries(value).filter(([name]) => !elsewhere.has(name.toLowerCase()));
      const isHeading = fields.some(([name]) => isIdHeading(name)) ? isIdHeading : isNumberHeading;
      for (const [name, inner] of fields.reverse()) {
        open.push({ value: inner, isPlace: isHeading(name) || people.has(name.toLowerCase()) });
      }
    }
  }
  return texts.length === 0 ? null : texts;
}
