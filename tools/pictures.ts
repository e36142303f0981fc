import { buildWeb } from './build-web.ts'
import { run } from './run.ts'

/** `npm run pictures`: runs the journeys and writes docs/pictures as they pass by. */
if (!(await buildWeb())) process.exit(1)
const { code } = await run(['playwright', 'test', '--workers=1'], { env: { BANFA_PICTURES: '1' } })
process.exit(code ?? 1)
