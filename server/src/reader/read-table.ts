import { parse } from 'csv-parse/sync'
import Excel from 'exceljs'
import { refusal } from '../kernel/index.ts'
import { decode } from './formats/decode.ts'
import { refuseOversized } from './formats/unpacked-size.ts'

const LARGEST = 2 * 1024 * 1024
const MOST_UNPACKED = 8 * 1024 * 1024

/**
 * The rows of a small table that was handed in, its head first: the first sheet of an xlsx, or CSV in
 * UTF-8 or GB18030. Cells are text without spaces around them; empty rows are left out. Refuses
 * `reader.too-large`, `reader.not-text` and `reader.broken`.
 */
export async function readTable(file: string, bytes: Uint8Array): Promise<string[][]> {
  if (bytes.byteLength > LARGEST) refusal('reader.too-large', { limit: LARGEST / 1024 / 1024 })
  const rows = isPackage(bytes) ? await rowsOfSheet(file, bytes) : rowsOfText(file, bytes)
  return rows
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''))
}

const isPackage = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

function rowsOfText(file: string, bytes: Uint8Array): string[][] {
  try {
    return parse(decode(bytes, file).text.replace(/^\uFEFF/, ''), { relax_column_count: true })
  } catch (problem) {
    return broken(file, problem)
  }
}

async function rowsOfSheet(file: string, bytes: Uint8Array): Promise<string[][]> {
  const book = new Excel.Workbook()
  try {
    await refuseOversized(bytes, MOST_UNPACKED)
    await book.xlsx.load(Buffer.from(bytes) as never)
  } catch (problem) {
    return broken(file, problem)
  }
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.text))
    rows.push(cells)
  })
  return rows
}

function broken(file: string, problem: unknown): never {
  if (problem instanceof Error && problem.name === 'Refusal') throw problem
  return refusal('reader.broken', { file, why: String((problem as Error).message) })
}
