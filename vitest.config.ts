import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Packages as users run them: the assertions of micromark's development build fail on some odd documents.
  ssr: { resolve: { conditions: ['module', 'node'] } },
  test: {
    include: ['pipeline/**/*.test.ts', 'scripts/**/*.test.ts', 'site/**/*.test.{ts,tsx}'],
    // Two cores: a browser test and a build at once are as much as they carry.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A page is as quick as the machine is idle: what is waited for may take its time.
    expect: { poll: { timeout: 10_000 } },
  },
})
