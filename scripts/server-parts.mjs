import { builtinModules } from 'node:module'

/** What Node brings by itself. */
export const brought = [/^node:/, ...builtinModules]

/**
 * One program for Node or for Electron's main side as one file, in which everything is bundled but `external`.
 * @param {{ entry: string, file: string, format?: 'es' | 'cjs', external: (string | RegExp)[] }} part
 * @returns {import('vite').EnvironmentOptions}
 */
export const serverPart = ({ entry, file, format = 'es', external }) => ({
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
      external,
      output: { format, entryFileNames: file, codeSplitting: false },
    },
  },
})

/** The file of the process that runs GGUF models. It lies beside the program that starts it. */
export const engineFile = 'llama-engine.mjs'

/** That process: the one program that needs a package beside it, which is native and says by itself when it is missing. */
export const enginePart = serverPart({
  entry: 'electron/providers/llama-cpp/engine.ts',
  file: engineFile,
  external: [...brought, 'node-llama-cpp'],
})

/**
 * Builds these parts and nothing else, one after the other.
 * @param {Record<string, import('vite').EnvironmentOptions>} parts
 * @returns {Pick<import('vite').UserConfig, 'environments' | 'builder'>}
 */
export const onlyParts = (parts) => ({
  environments: parts,
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name in parts) await builder.build(environment)
      }
    },
  },
})
