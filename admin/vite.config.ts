import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://127.0.0.1:4000'
const served = ['/api', '/openapi.json', '/demo', '/widget.js', '/docs']

/** The admin: built into admin/dist, which the server serves at `/`. */
export default defineConfig({
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: Object.fromEntries(served.map((path) => [path, process.env.JAWORT_URL ?? server])),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The design uses light-dark(), which older targets would have the CSS minifier rewrite.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Only what every page needs may be grouped by name: a group holds its modules for the whole app,
          // so grouping Mantine here would pull the components of lazy pages into the first load.
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'router', test: /node_modules\/@tanstack\// },
            { name: 'language', test: /node_modules\/(i18next|react-i18next)\// },
          ],
        },
      },
    },
  },
})
