import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const simulatorUrl = 'http://127.0.0.1:4001'

/** The phones page: built into simulator/dist and served by the simulator itself at `/`. */
export default defineConfig({
  root: fileURLToPath(new URL('./phones', import.meta.url)),
  base: '/',
  plugins: [react()],
  build: { outDir: fileURLToPath(new URL('./dist', import.meta.url)), emptyOutDir: true },
  server: {
    host: '127.0.0.1',
    proxy: { '/sim': simulatorUrl, '/wa.me': simulatorUrl },
  },
})
