import { benchOffice } from './office.ts'
const number = (name: string, usual: number) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual)
console.log(JSON.stringify(await benchOffice({ cases: number('cases', 100_000), zones: number('zones', 20), seconds: number('seconds', 10), exported: number('exported', 10_000) }), null, 1))
