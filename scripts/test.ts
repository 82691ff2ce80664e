/**
 * `npm test`: everything, from the system's packages to the last end-to-end test, and at the end one line
 * `N passed, N failed`. `npm run test:unit` and `test:e2e` run one part of it and take the runner's own arguments.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, isBuilt } from './built.ts';
import { root, runTool } from './run-tool.ts';
import { chooseRuntime } from './runtime.ts';
import { provide } from './system.ts';
import { addTallies, noTests, playwrightTally, type Tally, vitestTally } from './tally.ts';
import { createTestFolder, type TestFolder } from './test-folder.ts';
import { testNeeds } from './test-needs.ts';

/** How a stage ended. A stage that fails without naming a failed test counts as one failure. */
type Ending = { readonly code: number; readonly tally: Tally };

const [part, ...runnerArguments] = process.argv.slice(2);

/** Caches that outlast a run; both would be in the temporary folder otherwise. */
const caches = {
  // Threads and processes that tests start by the dozen take their code ready from here, without its types.
  NODE_COMPILE_CACHE: join(root, 'out', 'compile-cache'),
  PWTEST_CACHE_DIR: join(root, 'out', 'playwright-cache'),
};

let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    isStopped = true;
  });
}
process.exitCode = await test();

async function test(): Promise<number> {
  const runtime = chooseRuntime();
  if (!(await provide(testNeeds()))) return 1;
  // Playwright empties `test-results/` itself, so the runners' reports go beside it.
  rmSync(reportFile('unit'), { force: true });
  rmSync(reportFile('e2e'), { force: true });
  mkdirSync(join(root, 'out'), { recursive: true });
  const folder = createTestFolder();
  process.on('exit', folder.remove);
  Object.assign(process.env, folder.env, caches);

  const endings: Ending[] = [];
  if (part === undefined) {
    // None of the three is busy on two cores for long, and none reads what another writes.
    endings.push(
      ...(await Promise.all([
        stage('lint', () => check(runTool('biome', ['check']))),
        stage('typecheck', () => check(runTool('tsc', ['-b']))),
        stage('build', () => check(build())),
      ])),
    );
  } else if (!isBuilt()) {
    endings.push(await stage('build', () => check(build())));
  }
  if (part !== 'e2e') endings.push(await stage('unit', unit));
  if (part !== 'unit') endings.push(await stage(`e2e (${runtime.kind})`, endToEnd));
  endings.push(await stage('nothing left behind', () => nothingLeft(folder)));

  const total = addTallies(
    endings.map(({ code, tally }) => (code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally)),
  );
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

async function stage(name: string, work: () => Promise<Ending>): Promise<Ending> {
  if (isStopped) return { code: 1, tally: noTests };
  const started = performance.now();
  const ending = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\n── ${name}: ${ending.code === 0 ? 'done' : 'FAILED'} in ${seconds} s`);
  return ending;
}

async function check(running: Promise<number>): Promise<Ending> {
  return { code: await running, tally: noTests };
}

async function unit(): Promise<Ending> {
  const file = reportFile('unit');
  const code = await runTool('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...runnerArguments,
  ]);
  return { code, tally: vitestTally(file) };
}

async function endToEnd(): Promise<Ending> {
  const file = reportFile('e2e');
  const code = await runTool('playwright', ['test', '--reporter=list,json', ...runnerArguments], {
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  return { code, tally: playwrightTally(file) };
}

async function nothingLeft(folder: TestFolder): Promise<Ending> {
  const leftovers = await folder.leftovers();
  if (leftovers.length === 0) return { code: 0, tally: noTests };
  console.error(`\nLeft in the temporary folder:\n${leftovers.map((line) => `  ${line}`).join('\n')}`);
  return { code: 1, tally: noTests };
}

function reportFile(name: string): string {
  return join(root, 'out', `${name}-report.json`);
}
