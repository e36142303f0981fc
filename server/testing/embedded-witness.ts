/**
 * A product reduced to its bones, for the tests of the launcher: starts the embedded server in the
 * directory given, writes numbers in transactions of two rows and says each one that was committed.
 */
import { type Embedded, startEmbedded, withClient } from '../src/kernel/database/index.ts'

const directory = process.argv[2] ?? ''

async function writeForEver(embedded: Embedded): Promise<void> {
  await withClient(embedded.adminUrl, async (client) => {
    await client.query('create table if not exists witness (n int, half int)')
    const { rows } = await client.query<{ top: number }>(
      'select coalesce(max(n), 0) as top from witness',
    )
    for (let n = (rows[0]?.top ?? 0) + 1; ; n += 1) {
      await client.query('begin')
      await client.query('insert into witness values ($1, 1)', [n])
      await client.query('insert into witness values ($1, 2)', [n])
      await client.query('commit')
      process.stdout.write(`${n}\n`)
    }
  })
}

const embedded = await startEmbedded({ directory })
process.stdout.write(`up ${embedded.supervisor} ${embedded.port}\n`)
await writeForEver(embedded)
