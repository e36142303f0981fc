import type { Reached } from './tally.ts'

/** How far a long run is, on standard error: twice a second on a terminal, else every ten seconds. */
export function progressOn(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  size: number | null,
) {
  const every = stream.isTTY ? 500 : 10_000
  const began = performance.now()
  let last = began
  let before: number | null = null
  let told = false
  return {
    tell({ firms, wrong, at }: Reached): void {
      const now = performance.now()
      before ??= firms
      if (now - last < every) return
      last = now
      told = true
      const rate = Math.round(((firms - before) * 1_000) / (now - began))
      const part = size !== null && at.byte > 0 ? `，${Math.floor((at.byte * 100) / size)}%` : ''
      const bad = wrong > 0 ? `，${wrong} 处不合格 (wrong)` : ''
      const text = `${firms} 户 (enterprises)${part}，${rate} 户/秒 (a second)${bad}`
      stream.write(stream.isTTY ? `\r${text}` : `${text}\n`)
    },
    end(): void {
      if (told && stream.isTTY) stream.write('\n')
    },
  }
}
