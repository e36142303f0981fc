import { run } from './run.ts'

/** `npm run fuzz -- 20000 [seed]`: as many requests from the API description as wanted. */
const [requests = '20000', seed = '20261121'] = process.argv.slice(2)
const { code } = await run(['vitest', 'run', 'server/src/http/fuzz.test.ts'], {
  env: { BANFA_FUZZ: requests, BANFA_FUZZ_SEED: seed },
})
process.exit(code ?? 1)
