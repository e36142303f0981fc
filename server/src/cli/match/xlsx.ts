import Excel from 'exceljs'

/** What one sheet holds, its head among them. */
export const ROWS_A_SHEET = 1_048_576
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
  const sheet = book.addWorksheet('answers')
  sheet.addRow([...header]).commit()
  for await (const row of rows) sheet.addRow([...row]).commit()
  sheet.commit()
  await book.commit()
}
