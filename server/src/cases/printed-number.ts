/** A number as offices print it: `申通〔2025〕1号`. */
export function printed(series: string, year: number, number: number): string {
  return `${series}〔${year}〕${number}号`
}
