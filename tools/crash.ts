import { run } from './run.ts'

/** `npm run crash -- 50 [seed]`: the power cuts of the tests, as many as wanted, from a printed seed. */
const [kills = '50', seed = String(process.pid)] = process.argv.slice(2)
const { code } = await run(['vitest', 'run', 'testing/crash', '--reporter=verbose'], {
  env: { BANFA_KILLS: kills, BANFA_CRASH_SEED: seed },
})
process.exit(code ?? 1)
