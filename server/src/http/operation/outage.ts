/** Codes of PostgreSQL (class 08, 57P0x) and of the system for a database that is away or leaving. */
const GONE = /^(08\w{3}|57P0[1-3]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/

/** What the driver says without a code. */
const GONE_SAYS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not currently accepting connections/

/** 53100 disk_full of PostgreSQL; ENOSPC and EDQUOT of the file system. */
const FULL = /^(53100|ENOSPC|EDQUOT)$/

/** 55P03 lock_not_available, 40P01 deadlock_detected, 40001 serialization_failure. */
const BUSY = /^(55P03|40P01|40001)$/

type Outage = 'http.database-gone' | 'http.disk-full' | 'http.busy'

/**
 * Whether an error is the machine's trouble and no fault of the product: people are then told to try
 * again and that nothing was lost, because the transaction was rolled back.
 */
export function outageOf(error: unknown): Outage | null {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code = '' } = one as { code?: unknown }
    if (FULL.test(String(code))) return 'http.disk-full'
    if (BUSY.test(String(code))) return 'http.busy'
    if (GONE.test(String(code)) || GONE_SAYS.test(one.message)) return 'http.database-gone'
  }
  return null
}
