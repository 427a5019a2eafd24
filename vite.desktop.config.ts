import { defineConfig } from 'vite'
import { bundledPackages } from './scripts/bundled-packages.mjs'
import { brought, enginePart, onlyParts, serverPart } from './scripts/server-parts.mjs'

/**
 * The desktop app: the main process as one module, the preload script as one file without imports, which is all that a
 * sandboxed page can be given, and the process that runs GGUF models.
 */
export default defineConfig({
  plugins: [bundledPackages()],
  build: { outDir: 'out/desktop' },
  ...onlyParts({
    main: serverPart({
      entry: 'electron/shell/main.ts',
      file: 'main.mjs',
      external: [...brought, 'electron'],
    }),
    preload: serverPart({
      entry: 'electron/shell/preload.ts',
      file: 'preload.cjs',
      format: 'cjs',
      external: ['electron'],
    }),
    engine: enginePart,
  }),
})
