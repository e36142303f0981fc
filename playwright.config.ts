import { defineConfig } from '@playwright/test'
import { findBrowser } from './testing/browser.ts'

const { executablePath, args, env } = await findBrowser()

export default defineConfig({
  testDir: 'testing/journeys',
  // Each worker runs a whole product; two of them fill two cores.
  workers: 2,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: process.env.BANFA_REPORT
    ? [['dot'], ['json', { outputFile: process.env.BANFA_REPORT }]]
    : [['list']],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      args: [...args],
      env: { ...(process.env as Record<string, string>), ...env },
    },
  },
})
