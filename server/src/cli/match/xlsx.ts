import Excel from 'exceljs'

/** What one sheet holds; more rows go to the next. */
const ROWS_A_SHEET = 1_048_576
type Cell = string | number | null

/** A workbook written row by row, so that a million rows need no memory; text is never a formula. */
export async function writeXlsx(
  file: string,
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): Promise<void> {
  const book = new Excel.stream.xlsx.WorkbookWriter({
    filename: file,
    useStyles: false,
    useSharedStrings: false,
  })
  let sheet: Excel.Worksheet | null = null
  let sheets = 0
  let count = 0
  for await (const row of rows) {
    if (!sheet || count === ROWS_A_SHEET) {
      sheet?.commit()
      sheets += 1
      sheet = addSheet(book, sheets, header)
      count = 1
    }
    sheet.addRow([...row]).commit()
    count += 1
  }
  const last = sheet ?? addSheet(book, 1, header)
  last.commit()
  await book.commit()
}

function addSheet(
  book: Excel.stream.xlsx.WorkbookWriter,
  number: number,
  header: readonly string[],
): Excel.Worksheet {
  const sheet = book.addWorksheet(`answers ${number}`)
  sheet.addRow([...header]).commit()
  return sheet
}
