import { defineConfig } from 'vitest/config'

// Properties start from a new seed on every run; FC_SEED=… repeats one.
// Other tools read this file too, hence the condition.
const seed = process.env['FC_SEED'] ?? String(Math.floor(Math.random() * 2 ** 31))
if (process.env['VITEST']) console.log(`fast-check seed: ${seed} (repeat with FC_SEED=${seed})`)

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/cases/**'],
    setupFiles: ['test/setup.ts'],
    env: { FC_SEED: seed },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    coverage: {
      provider: 'v8',
      include: ['grammar/**/*.ts', 'compiler/**/*.ts', 'runtime/**/*.ts'],
      exclude: ['**/*.gen.ts'],
    },
  },
})
