import { defineConfig } from 'vitest/config'

// Two projects: the engine needs nothing; the server shares one PostgreSQL for the whole run.
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
    ],
  },
})
