// Runs every check of the project in order, and ends with the one line `N passed, N failed`.
// A check counts as one, each test of the suite as one.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
// Installing the package and packing the extension take half a minute each, so only the whole run from nothing does it.
const checks = [
  'lint',
  'format:check',
  'typecheck',
  'unused',
  'build',
  ...(process.env.CI ? ['test:package', 'test:extension'] : []),
]

const inRoot = (command, args, options = {}) => spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options })

function runCheck(name) {
  const start = Date.now()
  const { status, stdout, stderr } = inRoot('npm', ['run', '--silent', name])
  const isFine = status === 0
  console.log(`${isFine ? '✓' : '✗'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
  if (!isFine) console.log(`${stdout ?? ''}${stderr ?? ''}`.trimEnd())
  return { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1 }
}

// A test file that could not be loaded has no tests to count: it counts as one failure. So does a run that
// vitest calls failed although no test did (an unhandled error, or no test files at all).
function countTests({ testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests }, status) {
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length
  const failed = numFailedTests + unloaded
  const skipped = numPendingTests + numTodoTests
  if (skipped > 0) console.log(`${skipped} skipped`)
  return { passed: numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed }
}

function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-test-'))
  const report = join(folder, 'report.json')
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    const { status } = inRoot(process.execPath, [vitest, 'run', ...reporters], { stdio: 'inherit' })
    return countTests(JSON.parse(readFileSync(report, 'utf8')), status)
  } catch (problem) {
    console.log(`✗ the tests did not report: ${problem.message}`)
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const results = [...checks.map(runCheck), runTests()]
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1
