/** How far a long run is, on standard error: twice a second on a terminal, else every ten seconds. */
export function progressOn(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>) {
  const every = stream.isTTY ? 500 : 10_000
  let last = performance.now()
  let told = false
  return {
    tell(tally: { firms(): number; wrong(): number }): void {
      const now = performance.now()
      if (now - last < every) return
      last = now
      told = true
      const [firms, wrong] = [tally.firms(), tally.wrong()]
      const text = `${firms} 户 (enterprises)${wrong > 0 ? `，${wrong} 处不合格 (wrong)` : ''}`
      stream.write(stream.isTTY ? `\r${text}` : `${text}\n`)
    },
    end(): void {
      if (told && stream.isTTY) stream.write('\n')
    },
  }
}
