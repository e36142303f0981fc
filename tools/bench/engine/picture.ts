import type { Figures } from './bulk.ts'

/** Bars of millions of enterprises a second, as an SVG for docs/benchmarks.md. */
export function picture(figures: Figures, rows: number): string {
  const bars = Object.entries(figures).map(
    ([name, { median }]) => [name, rows / median / 1_000] as const,
  )
  const most = Math.max(...bars.map(([, rate]) => rate))
  const lines = bars.map(([name, rate], at) => {
    const y = 30 + at * 26
    const width = Math.round((rate / most) * 360)
    const fill = name.startsWith('DuckDB') ? '#b08d57' : '#2f6f5e'
    return [
      `<text x="300" y="${y + 14}" text-anchor="end">${name}</text>`,
      `<rect x="310" y="${y}" width="${width}" height="18" fill="${fill}"/>`,
      `<text x="${316 + width}" y="${y + 14}">${rate.toFixed(2)}</text>`,
    ].join('')
  })
  const height = 50 + bars.length * 26
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 740 ${height}" font-family="sans-serif" font-size="12"><title>${rows} enterprises: million a second, by runner</title><text x="10" y="18">${rows} enterprises, 12 services, 76 criteria: million enterprises a second (median)</text>${lines.join('')}</svg>\n`
}
