import { benchOffice } from './office.ts'

/**
 * `npm run bench:office [-- --cases=100000 --zones=20 --seconds=10 --exported=10000]`: an office under
 * load, as JSON to standard output. Smaller numbers are for trying it.
 */
const number = (name: string, usual: number) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual)

const figures = await benchOffice({
  cases: number('cases', 100_000),
  zones: number('zones', 20),
  seconds: number('seconds', 10),
  exported: number('exported', 10_000),
})
console.log(JSON.stringify(figures, null, 2))
