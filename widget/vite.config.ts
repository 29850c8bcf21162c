import { defineConfig, type Plugin } from 'vite'
import { buildId } from './src/build-id.ts'

/** A classic script is read in the encoding of the shop's page unless a header says otherwise: ASCII is safe in all. */
const onlyAscii: Plugin = {
  name: 'jawort-only-ascii',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue
      file.code = file.code.replace(/[^\n\x20-\x7e]/g, (unit) => {
        return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
      })
    }
  },
}

export default defineConfig({
  root: import.meta.dirname,
  define: { __BUILD__: JSON.stringify(buildId()) },
  plugins: [onlyAscii],
  build: {
    lib: {
      entry: 'src/main.ts',
      formats: ['iife'],
      name: 'jawort',
      fileName: () => 'widget.js',
    },
    target: ['chrome111', 'edge111', 'firefox121', 'safari16.4'],
    outDir: 'dist',
    emptyOutDir: true,
    minify: 'oxc',
    reportCompressedSize: false,
  },
})
