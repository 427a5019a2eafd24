import { defineConfig } from 'vite'
import { brought, enginePart, onlyParts, serverPart } from './scripts/server-parts.mjs'

/** The terminal program as one file for Node 24 that needs nothing beside itself but what runs GGUF files. */
export default defineConfig({
  build: { outDir: 'out/terminal' },
  ...onlyParts({
    main: serverPart({ entry: 'electron/host/cli/main.ts', file: 'main.mjs', external: brought }),
    engine: enginePart,
  }),
})
