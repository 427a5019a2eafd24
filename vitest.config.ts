import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const report = process.env['CHECK_REPORT']

export default defineConfig({
  // The runtime of Electron may be missing, and must not be fetched by a test.
  resolve: {
    alias: [
      { find: /^electron$/u, replacement: join(import.meta.dirname, 'e2e/electron/stand-in/electron.ts') },
    ],
  },
  test: {
    include: ['{shared,electron,renderer,e2e}/**/*.test.ts'],
    exclude: [
      'e2e/browser/**',
      'node_modules/**',
      // They need files that do not come with the repository.
      ...(process.env['LONGHAND_DATA'] === undefined
        ? ['e2e/longgenbench/{label-faults,placement}.test.ts']
        : []),
      // It needs a server that scripts/llama-server.mjs builds.
      ...(process.env['LLAMA_SERVER'] === undefined ? ['e2e/gguf/llama-server.test.ts'] : []),
    ],
    testTimeout: 30_000,
    // Tests leave no trace in the list of projects of whoever runs them.
    env: { LONGHAND_HOME: join(tmpdir(), 'longhand-test-home') },
    allowOnly: false,
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
})
