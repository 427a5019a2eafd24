import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { bundledPackages } from './scripts/bundled-packages.mjs'

/**
 * The page that the web host serves, in out/web. Every file lies beside it under a hashed name, fonts included, and
 * nothing is inlined: the page runs under a policy that allows neither inline scripts nor other hosts.
 */
export default defineConfig({
  root: 'renderer',
  plugins: [bundledPackages(), react(), tailwind({ optimize: false })],
  build: {
    outDir: '../out/web',
    emptyOutDir: true,
    // The oldest that have all of ES2025 and light-dark().
    target: ['chrome125', 'firefox132', 'safari18.4'],
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
  },
})
