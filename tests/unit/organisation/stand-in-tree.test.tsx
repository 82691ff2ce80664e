/** The chart as a screen reader has it: a tree with one stop, whose people have names, levels and states. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Member } from '../../../contract/organisation.ts';
import { StandInTree } from '../../../renderer/organisation/view/stand-in-tree.tsx';
import { cardOf, idOf } from '../../renderer-double/people.ts';

const box = { x: -110, y: 20, w: 220, h: 56 };
const member = (key: number, change: Partial<Member>): Member => ({
  ...{ key, id: idOf(key), card: cardOf(key, { name: `Person ${key}`, status: 'active' }), missing: null },
  ...{ level: 1, nth: 1, of: 1, direct: 0, below: 0, notFetched: 0, failed: 0, notFound: 0, throughOthers: 0 },
  ...{ otherManagers: [], moreManagers: 0, listsThemselves: false, circle: null, nearestThere: null },
  ...change,
});
const standIns = [
  {
    key: 1,
    box,
    level: 1,
    nth: 1,
    of: 1,
    isOpen: true,
    isMatch: true,
    member: member(1, { direct: 2, below: 47, notFetched: 5, of: 3 }),
  },
  {
    key: 2,
    box,
    level: 2,
    nth: 1,
    of: 2,
    isOpen: null,
    isMatch: false,
    member: member(2, { level: 2, of: 2, listsThemselves: true }),
  },
  { key: 3, box, level: 2, nth: 2, of: 2, isOpen: false, isMatch: false, member: undefined },
];
const drawn = (active: number) =>
  renderToStaticMarkup(
    <StandInTree
      label="Chart"
      tree={{ current: null }}
      layer={{ current: null }}
      standIns={standIns}
      active={active}
      isBusy={false}
      onKeyDown={() => undefined}
    />,
  );
const attributes = (markup: string, name: string) =>
  [...markup.matchAll(new RegExp(`${name}="([^"]*)"`, 'g'))].map(([, value]) => value);

describe('the stand-ins', () => {
  it('are one stop, which names who is active', () => {
    const markup = drawn(2);
    expect(attributes(markup, 'tabindex')).toEqual(['0']);
    const ids = attributes(markup, ' id');
    expect(attributes(markup, 'aria-activedescendant')).toEqual([ids[1]]);
    expect(attributes(markup, 'aria-selected')).toEqual(['false', 'true', 'false']);
  });

  it('name nobody as active who is not among them', () => {
    expect(attributes(drawn(9), 'aria-activedescendant')).toEqual([]);
  });

  it('say what a row of the tree says, at its level, in its place, and whether people are shown below', () => {
    const markup = drawn(1);
    expect(attributes(markup, 'aria-label')).toEqual([
      'Chart',
      'Person 1, Team lead, matches, at least 47 below, of them 5 not fetched yet',
      'Person 2, Trainer, lists themselves',
      'Not read yet',
    ]);
    expect(attributes(markup, 'aria-level')).toEqual(['1', '2', '2']);
    expect(attributes(markup, 'aria-posinset')).toEqual(['1', '1', '2']);
    expect(attributes(markup, 'aria-setsize')).toEqual(['3', '2', '2']);
    expect(attributes(markup, 'aria-expanded')).toEqual(['true', 'false']);
  });

  it('stand where the cards are drawn', () => {
    expect(attributes(drawn(1), 'style')[0]).toBe('left:-110px;top:20px;width:220px;height:56px');
  });
});
