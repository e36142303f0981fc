/** Codes of PostgreSQL (class 08, 57P0x) and of the system for a database that is away or leaving. */
const GONE = /^(08\w{3}|57P0[1-3]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/

/** What the driver says without a code. */
const GONE_SAYS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not currently accepting connections/

/** 53100 disk_full of PostgreSQL; ENOSPC and EDQUOT of the file system. */
const FULL = /^(53100|ENOSPC|EDQUOT)$/

/**
 * Whether an error is the machine's trouble and no fault of the product: people are then told to try
 * again and that nothing was lost, because the transaction was rolled back.
 */
export function outageOf(error: unknown): 'http.database-gone' | 'http.disk-full' | null {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code = '' } = one as { code?: unknown }
    if (FULL.test(String(code))) return 'http.disk-full'
    if (GONE.test(String(code)) || GONE_SAYS.test(one.message)) return 'http.database-gone'
  }
  return null
}
