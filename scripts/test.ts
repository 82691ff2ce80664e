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
import { testNeeds } from './test-needs.ts';

/** How a stage ended. A stage that fails without naming a failed test counts as one failure. */
type Ending = { readonly code: number; readonly tally: Tally };

const [part, ...runnerArguments] = process.argv.slice(2);

process.exitCode = await test();

async function test(): Promise<number> {
  const runtime = chooseRuntime();
  if (!(await provide(testNeeds()))) return 1;
  // Playwright empties `test-results/` itself, so the runners' reports go beside it.
  rmSync(reportFile('unit'), { force: true });
  rmSync(reportFile('e2e'), { force: true });
  mkdirSync(join(root, 'out'), { recursive: true });

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

  const total = addTallies(
    endings.map(({ code, tally }) => (code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally)),
  );
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

async function stage(name: string, work: () => Promise<Ending>): Promise<Ending> {
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
  const code = await runTool(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...runnerArguments],
    {
      // Threads that tests start by the dozen take their code ready from here instead of having its types stripped anew.
      env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'out', 'compile-cache') },
    },
  );
  return { code, tally: vitestTally(file) };
}

async function endToEnd(): Promise<Ending> {
  const file = reportFile('e2e');
  const code = await runTool('playwright', ['test', '--reporter=list,json', ...runnerArguments], {
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  return { code, tally: playwrightTally(file) };
}

function reportFile(name: string): string {
  return join(root, 'out', `${name}-report.json`);
}
