import { defineConfig } from 'vite';

/** The desk serves `dist` under `script-src 'self'; style-src 'self'`: nothing is inlined, and no polyfill brings a script of its own. */
export default defineConfig({
  build: {
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox128', 'safari18'],
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4400', '/openapi.json': 'http://127.0.0.1:4400' } },
});
