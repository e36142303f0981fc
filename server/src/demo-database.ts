import { readDemoData, SEEDED, seedDemo } from './cli/index.ts'
import { withClient } from './kernel/database/index.ts'
import {
  type Clock,
  day,
  machineClock,
  openKernel,
  refusal,
  settableClock,
} from './kernel/index.ts'

/** The demo's clock: the machine's instants on the day of the stories; only `setToday` moves it on. */
export async function demoClock(root: string): Promise<Clock> {
  const { stories } = await readDemoData(root)
  return { now: machineClock.now, today: () => day(stories.today) }
}

/** Fills an empty database with the demo. One whose seeding was cut short is refused, never mended. */
export async function ensureDemo(
  root: string,
  urls: { adminUrl: string; appUrl: string },
): Promise<void> {
  const state = await stateOf(urls.adminUrl)
  if (state === 'seeded') return
  if (state === 'unfinished') refusal('cli.demo-unfinished')
  const data = await readDemoData(root)
  const clock = settableClock(day(data.stories.today))
  const kernel = openKernel({ connectionString: urls.appUrl, clock })
  await seedDemo({ kernel, clock, root, data }).finally(() => kernel.close())
}

type State = 'empty' | 'unfinished' | 'seeded'

/** Looked up as the owner: before there is a zone no transaction of the kernel can ask. */
export function stateOf(adminUrl: string): Promise<State> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ zones: number; seeded: number }>(
      `select (select count(*) from zones)::int as zones,
              (select count(*) from record_entries where act = $1)::int as seeded`,
      [SEEDED],
    )
    const [found] = rows
    if (!found || found.zones === 0) return 'empty'
    return found.seeded > 0 ? 'seeded' : 'unfinished'
  })
}
