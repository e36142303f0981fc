import { compareMany, noneYet } from '../../../policy/testing/differential.ts'
import { differential } from '../../../policy/testing/sql-differential.ts'
import { type Opened, openDuckDb, openPostgres } from '../../../server/testing/sql/databases.ts'
import { ownServer } from './own-server.ts'

/**
 * `npm run bench:differential [-- verdicts] [-- seed]`: ten million generated verdicts of the fast
 * runners, or as many as asked; then a twentieth of them in DuckDB and in PostgreSQL, that of
 * `DATABASE_URL` or one of its own.
 */
const [wanted = 10_000_000, first = 1_000] = process.argv.slice(2).map(Number)

function runners(): boolean {
  const tally = noneYet()
  for (let seed = first; tally.verdicts < wanted && tally.differences.length === 0; seed += 1) {
    compareMany(tally, { programs: 60, rows: 120, seed })
  }
  const { verdicts, rows, odd, differences } = tally
  console.log(
    `${verdicts} verdicts of ${rows} rows (${odd} odd ones): ${differences.length} differ`,
  )
  const [different] = differences
  if (different) console.log(JSON.stringify(different, null, 2))
  return differences.length === 0
}

/** Each that is there; one that cannot be opened is named and left out. */
async function databases(url: string): Promise<readonly Opened[]> {
  const all = [openDuckDb(), openPostgres(url)]
  const opened = await Promise.allSettled(all)
  for (const one of opened) if (one.status === 'rejected') console.log(`left out: ${one.reason}`)
  return opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}

/** Firms to a query, and about the verdicts they give in one database. */
const FIRMS = 300
const PROGRAM_VERDICTS = 1_900

async function inDatabases(): Promise<boolean> {
  const own = process.env.DATABASE_URL ? null : await ownServer()
  const opened = await databases(own?.url ?? process.env.DATABASE_URL ?? '')
  const programs = Math.ceil(wanted / 20 / PROGRAM_VERDICTS / Math.max(1, opened.length))
  const { verdicts, odd, differences, refused } = await differential({
    databases: opened,
    enough: (done) => done >= programs || opened.length === 0,
    seed: first,
    firms: FIRMS,
  })
  for (const one of opened) await one.close()
  await own?.stop()
  const names = opened.map(({ dialect }) => dialect.name).join(', ') || 'no database'
  console.log(
    `${verdicts} verdicts in ${names} (${odd} odd firms): ${differences.length} differ`,
    refused,
  )
  const [different] = differences
  if (different) console.log(JSON.stringify(different, null, 2))
  return differences.length === 0
}

const agree = [runners(), await inDatabases()]
process.exit(agree.every(Boolean) ? 0 : 1)
