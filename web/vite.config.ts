import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The server during development: `npm run dev` passes the API on to it.
const server = process.env['BAILIWICK_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    target: 'es2023',
    // MapLibre alone is beyond Vite's warning; scripts/budget.mjs holds the real limit.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'map', test: /node_modules[\\/](maplibre-gl|@maplibre|@mapbox)/ },
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)/ },
            { name: 'interface', test: /node_modules/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': { target: server } } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
