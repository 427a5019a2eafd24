import { builtinModules } from 'node:module'
import { defineConfig, type EnvironmentOptions } from 'vite'
import { bundledPackages } from './scripts/bundled-packages.mjs'

type Part = {
  readonly entry: string
  readonly file: string
  readonly format: 'es' | 'cjs'
  readonly external: readonly (string | RegExp)[]
}

const part = ({ entry, file, format, external }: Part): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true },
  build: {
    target: 'node24',
    minify: false,
    emptyOutDir: false,
    emitAssets: true,
    copyPublicDir: false,
    rolldownOptions: {
      input: entry,
      external: ['electron', ...external],
      output: { format, entryFileNames: file, codeSplitting: false },
    },
  },
})

const parts = {
  main: part({
    entry: 'electron/shell/main.ts',
    file: 'main.mjs',
    format: 'es',
    external: [/^node:/, ...builtinModules],
  }),
  preload: part({ entry: 'electron/shell/preload.ts', file: 'preload.cjs', format: 'cjs', external: [] }),
}

/**
 * The desktop app: the main process as one module, and the preload script as one file without imports, which is
 * all that a sandboxed page can be given.
 */
export default defineConfig({
  plugins: [bundledPackages()],
  build: { outDir: 'out/desktop' },
  environments: parts,
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name in parts) await builder.build(environment)
      }
    },
  },
})
