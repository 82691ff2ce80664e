/** The classes that TypeScript knows are those that the stylesheets have: a misspelt one does not compile. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../scripts/run-tool.ts';
import { classNames, stylesheetTypes } from '../../../scripts/stylesheet-types.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = join(root, 'renderer');

it('are written as the stylesheets are now (the build writes them)', () => {
  expect(readFileSync(join(folder, 'stylesheets.d.ts'), 'utf8')).toBe(stylesheetTypes(folder));
});

it('are read from selectors alone, at any depth', () => {
  const css = `
    /* .comment { } */
    .one, a.two:hover > .three[data-x="a.b"] { background: url(x.png); margin: .5rem; transition: all .2s }
    @media (min-width: 10.5px) { .four { color: red } @container page (width < 3px) { .five-six::after { content: ".seven {" } } }
  `;
  expect(classNames(css)).toEqual(['five-six', 'four', 'one', 'three', 'two']);
});

it('no declaration is left to a name that two stylesheets have', () => {
  const twice = temporaryFolder();
  for (const room of ['one', 'other']) {
    mkdirSync(join(twice, room));
    writeFileSync(join(twice, room, 'table.module.css'), '.row { }');
  }
  expect(() => stylesheetTypes(twice)).toThrow('two stylesheets are called table.module.css');
});
