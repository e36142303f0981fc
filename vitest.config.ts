import { defineConfig } from 'vitest/config'

// The engine and the tools need nothing; the server shares one PostgreSQL for the whole run; the
// product is killed and started again as a process.
// Browser journeys belong to Playwright and never run here.
export default defineConfig({
  test: {
    // Two cores: more forks would only wait for each other and for PostgreSQL.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'policy',
          include: ['policy/**/*.test.ts', 'web/src/**/*.test.ts', 'web/src/**/*.test.tsx'],
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/**/*.test.ts'],
          globalSetup: ['server/testing/global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'tools', include: ['tools/**/*.test.ts'] } },
      {
        test: {
          name: 'product',
          include: ['testing/**/*.test.ts'],
          testTimeout: 300_000,
        },
      },
    ],
  },
})
