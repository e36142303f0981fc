import { run } from './run.ts'

/**
 * `node tools/keep-release.ts 0.2.0`: writes a backup of a zone in which everything has happened,
 * under today's schema, into server/testing/releases. From then on every build upgrades it.
 */
const [name] = process.argv.slice(2)
if (!name) throw new Error('name the release: node tools/keep-release.ts 0.2.0')
const { code } = await run(['vitest', 'run', 'server/src/kernel/backup/releases.test.ts'], {
  env: { BANFA_RELEASE: name },
})
process.exit(code ?? 1)
