// The package as people get it: packed, installed into an empty project, and used in each way it offers.
// Takes the built dist/ as it is; the dependencies come from npm's cache, or from the registry.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askServer } from './ask-server.mjs'

const root = join(import.meta.dirname, '..', '..')
const project = realpathSync(mkdtempSync(join(tmpdir(), 'daiyu-package-')))
const typescript = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
const settlement = 'ningbo.employee.settle'
const sample = join('node_modules', 'daiyu', 'policies', 'ningbo', 'employee.settle.case.json')

function inProject(command, args, cwd = project) {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
const node = (...args) => inProject(process.execPath, args)
const npx = (...args) => inProject('npx', ['--no-install', 'daiyu', ...args])
const write = (name, text) => writeFileSync(join(project, name), text)

const checks = {
  'packs what is needed and nothing else'() {
    const [packed] = JSON.parse(
      inProject('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], root),
    )
    const paths = packed.files.map(({ path }) => path)
    for (const path of [
      'dist/daiyu.js',
      'dist/runtime.js',
      'dist/ThirdPartyNotices.txt',
      'policies/vocabulary.policy',
      'LICENSE',
    ]) {
      assert(paths.includes(path), `${path} is missing`)
    }
    const allowed =
      /^(?:dist\/.*\.(?:js|d\.ts)|dist\/playground\/.*\.(?:html|css|ttf|json)|dist\/(?:playground\/)?ThirdPartyNotices\.txt|policies\/.*\.(?:policy|json|ndjson|csv)|package\.json|README\.md|LICENSE)$/
    assert.deepEqual(
      paths.filter((path) => !allowed.test(path)),
      [],
    )
    write('package.json', '{ "name": "empty", "private": true, "type": "module" }')
    inProject('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', join(project, packed.filename)])
  },

  'settles a bill by its own policies'() {
    const { fund } = JSON.parse(npx('run', settlement, '--input', sample, '--format', 'json'))
    assert.equal(fund, '85290.00')
    assert.match(npx('start', '--once'), /85 290\.00/)
    assert.match(npx('--version'), /^\d+\.\d+\.\d+$/m)
  },

  'gives the runtime and the compiler as libraries'() {
    write(
      'use.js',
      `import { formatMoneyForPeople } from 'daiyu/runtime'
       import { compile, interpret, selectEdition } from 'daiyu/compiler'
       import { readFileSync } from 'node:fs'
       const folder = 'node_modules/daiyu/policies/'
       const modules = ['shared/classification', 'shared/settlement', 'shared/offsite', 'ningbo/benefits', 'national/principles']
       const policies = ['vocabulary', 'vocabulary.catalogue', ...modules, 'ningbo/employee.settle']
       const data = ['zhejiang', 'jiangsu', 'shanghai'].map((name) => 'catalogue/' + name + '.sample.csv')
       const names = [...policies.map((name) => name + '.policy'), ...data]
       const files = names.map((name) => ({ name, text: readFileSync(folder + name, 'utf8') }))
       const input = JSON.parse(readFileSync('${sample}', 'utf8'))
       const selected = selectEdition(compile(files).programs, '${settlement}', { input })
       const { evaluation } = interpret(selected.program, input)
       console.log(formatMoneyForPeople(BigInt(evaluation.output.fund.replace('.', ''))))`,
    )
    assert.equal(node('use.js'), '85 290.00\n')
  },

  'has types that hold under --strict, of the libraries and of what it generates'() {
    npx('build', '--out', 'generated')
    write(
      'use.ts',
      `import { compile, type Program, type Problem } from 'daiyu/compiler'
       import { CaseError, describeIssue, type Issue } from 'daiyu/runtime'
       import { daiyu } from 'daiyu/esbuild'
       import { settle, type SettleInput, type SettleOutput } from './generated/${settlement}.js'
       const programs: readonly Program[] = compile([]).programs
       const problems: readonly Problem[] = compile([]).problems
       const say = (input: SettleInput): SettleOutput['fund'] | string => {
         try {
           return settle(input).fund
         } catch (problem) {
           if (!(problem instanceof CaseError)) throw problem
           return problem.issues.map((issue: Issue) => describeIssue(issue, 'zh')).join()
         }
       }
       // @ts-expect-error: there is no such language
       daiyu({ language: 'fr' })
       // @ts-expect-error: a bill has more than this
       settle({})
       console.log(programs.length, problems.length, say)`,
    )
    const options = [
      '--strict',
      '--noEmit',
      '--target',
      'es2022',
      '--module',
      'nodenext',
      '--exactOptionalPropertyTypes',
    ]
    const types = ['--typeRoots', join(root, 'node_modules', '@types'), '--types', 'node']
    node(typescript, ...options, ...types, 'use.ts')
  },

  'compiles policies that an application imports'() {
    const application = join(project, 'application')
    cpSync(join(root, 'test', 'example-app'), application, { recursive: true })
    const run = (...args) => inProject(process.execPath, args, application)
    run('build.mjs')
    assert.match(run(join('dist', 'main.js')), /基金 \d+\.\d\d/)
    run(typescript, '-p', '.', '--typeRoots', join(root, 'node_modules', '@types'))
  },

  async 'serves an editor'() {
    const words = [join('node_modules', 'daiyu', 'dist', 'daiyu.js'), 'lsp', '--stdio']
    const { answer, status } = await askServer(words, project)
    assert.match(answer, /"hoverProvider":true/)
    assert.equal(status, 0)
  },

  'is as the source says'() {
    const installed = JSON.parse(readFileSync(join(project, 'node_modules', 'daiyu', 'package.json'), 'utf8'))
    for (const { types, default: file } of Object.values(installed.exports).filter((each) => each.types)) {
      for (const path of [types, file]) assert(existsSync(join(project, 'node_modules', 'daiyu', path)), path)
    }
  },
}

try {
  for (const [name, check] of Object.entries(checks)) {
    await check()
    console.log(`✓ the package ${name}`)
  }
} catch (problem) {
  console.log(`✗ the package: ${problem.message}\n${problem.stdout ?? ''}${problem.stderr ?? ''}`)
  process.exitCode = 1
} finally {
  rmSync(project, { recursive: true, force: true })
}
