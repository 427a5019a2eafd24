import { defineConfig } from 'vitest/config'

const report = process.env['CHECK_REPORT']

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,e2e}/**/*.test.ts'],
    exclude: ['e2e/browser/**', 'node_modules/**'],
    testTimeout: 30_000,
    allowOnly: false,
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
})
