import { Temporal } from 'temporal-polyfill'
import { addSeconds, type Day, dayOfInstant, type Instant, instant } from './day.ts'

/** The only source of time: rooms take the day and the instant from their transaction. */
export interface Clock {
  now(): Instant
  /** The day in Asia/Shanghai. */
  today(): Day
}

/** The machine's clock. */
export const machineClock: Clock = {
  now: () => instant(Temporal.Now.instant().toString()),
  today: () => dayOfInstant(machineClock.now()),
}

/** A clock that stands until it is moved: for tests and worked demonstrations. */
export interface SettableClock extends Clock {
  /** Moves to noon (Shanghai) of a day, forward or back. */
  setToday(day: Day): void
  /** Lets seconds pass. */
  advance(seconds: number): void
}

export function settableClock(today: Day): SettableClock {
  let at = noonOf(today)
  return {
    now: () => at,
    today: () => dayOfInstant(at),
    setToday: (to) => {
      at = noonOf(to)
    },
    advance: (seconds) => {
      at = addSeconds(at, seconds)
    },
  }
}

/** Milliseconds since 1970, for identifiers and time limits inside the machine; never for a day. */
export function millisecondsNow(): number {
  return Temporal.Now.instant().epochMilliseconds
}

function noonOf(of: Day): Instant {
  return instant(`${of}T12:00:00+08:00`)
}
