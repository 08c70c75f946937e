import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['pipeline/**/*.test.ts', 'scripts/**/*.test.ts', 'site/**/*.test.{ts,tsx}'],
    // Two cores: a browser test and a build at once are as much as they carry.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
