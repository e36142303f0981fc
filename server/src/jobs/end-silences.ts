import { clocks } from '../cases/index.ts'
import type { Kernel } from '../kernel/index.ts'

const JOB = { kind: 'system', job: 'end-silence' } as const

type Ended = { readonly ended: number; readonly failed: number }

/**
 * What silence counts as, one case a transaction: a case that fails is told to `onFault` and keeps
 * nobody behind it waiting, and so is the number of those that failed.
 */
export async function endSilences(
  kernel: Kernel,
  onFault: (error: unknown) => void,
): Promise<Ended> {
  let ended = 0
  let failed = 0
  const late = await kernel.reading(JOB, clocks.listSilent)
  for (const id of late) {
    try {
      if (await kernel.writing(JOB, (tx) => clocks.endInSilence(tx, id))) ended += 1
    } catch (error) {
      failed += 1
      onFault(new Error(`silence of case ${id} was not ended`, { cause: error }))
    }
  }
  if (failed > 0) onFault(new Error(`silence: ${failed} of ${late.length} cases failed`))
  return { ended, failed }
}
