/** What a part is given is few things with names, so that what it depends on can be read at a glance. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/run-tool.ts';
import { type Source, sourcesOf } from './ladder.ts';

const mostMembers = 8;
const mostLines = 250;

/** With what it is, up to the blank line behind it. */
const declaration = /^(?:export )?type (\w*Needs)\b([\s\S]*?)(?:\n\n(?! )|(?![\s\S]))/gm;

/** Types of needs that name more than eight members, or take members away from another type, each as "file: name". */
function largeNeeds({ path, text }: Source): string[] {
  return [...text.matchAll(declaration)].flatMap(([, name, body = '']) => {
    const members = body.match(/^ {2}readonly \w+\??:/gm)?.length ?? 0;
    return members > mostMembers || body.includes('Omit<') ? [`${path}: ${name}`] : [];
  });
}

const sources = ['electron', 'renderer'].flatMap((half) => sourcesOf(join(root, half)));

describe('the types of needs', () => {
  it('name eight members at most, and none of them is another without some', () => {
    expect(sources.flatMap(largeNeeds)).toEqual([]);
  });

  it('are counted whatever stands before and after their members', () => {
    const members = (count: number) =>
      Array.from({ length: count }, (_, nth) => `  /** One. */\n  readonly part${nth}: () => void;\n`).join('');
    const typed = (before: string, count: number) => ({
      path: 'a.ts',
      text: `type Other = string;\n\nexport type RoomNeeds = ${before}{\n${members(count)}};\n\nconst one = 1;\n`,
    });
    expect(largeNeeds(typed('', 8))).toEqual([]);
    expect(largeNeeds(typed('', 9))).toEqual(['a.ts: RoomNeeds']);
    expect(largeNeeds(typed('Basis & ', 9))).toEqual(['a.ts: RoomNeeds']);
    expect(largeNeeds(typed("Omit<Basis, 'part0'> & ", 1))).toEqual(['a.ts: RoomNeeds']);
  });
});

it('no source has more than 250 lines', () => {
  const long = sources.filter(({ path, text }) => !path.endsWith('.css') && text.split('\n').length - 1 > mostLines);
  expect(long.map(({ path }) => path)).toEqual([]);
});
