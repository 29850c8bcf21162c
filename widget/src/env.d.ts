/** Which build this is; filled in by Vite from `build-id.ts`. */
declare const __BUILD__: string
