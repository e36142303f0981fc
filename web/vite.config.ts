import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Every browser that can run the product reads woff2; the older copies would double the build. */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('@fontsource')) return null
    return code.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '')
  },
}

export default defineConfig({
  plugins: [react(), onlyWoff2],
  build: {
    target: 'es2023',
    // The policy of the pages lets fonts and scripts come from files only, never from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      treeshake: {
        // The engine is pure by its wall: a page that only cites does not carry the evaluator.
        moduleSideEffects: (id) => !/[/]policy[/]src[/]|temporal-polyfill/.test(id),
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
