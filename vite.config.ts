import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

/** The terminal program as one file for Node 24 that needs nothing beside itself. */
export default defineConfig({
  build: {
    ssr: 'electron/host/cli/main.ts',
    outDir: 'out/terminal',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    copyPublicDir: false,
    rolldownOptions: {
      external: [/^node:/, ...builtinModules],
      output: { entryFileNames: 'main.mjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
})
