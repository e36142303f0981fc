import type { FastifyRequest } from 'fastify'
import { refusal, sha256 } from '../../kernel/index.ts'
import type { RateCounts } from './rate-counts.ts'

/** What anybody may write without an account, counted by the hour and the address. */
export type Strangers = 'writes' | 'uploads'

/** An upload costs a scan and room on the disk. */
const UPLOADS_SHARE = 3

/**
 * Refuses `http.too-many-this-hour` once an address wrote more than so many times by one route.
 * @param perHour writes; of uploads a third
 */
export function refuseMany(counts: RateCounts, perHour: number) {
  return (what: Strangers, route: string, { ip }: Pick<FastifyRequest, 'ip'>): void => {
    const most = what === 'uploads' ? Math.ceil(perHour / UPLOADS_SHARE) : perHour
    const { current, secondsLeft } = counts.add(sha256(`${route} ${networkOf(ip)}`), 60)
    if (current > most) {
      refusal('http.too-many-this-hour', { most, minutes: Math.ceil(secondsLeft / 60) })
    }
  }
}

/** Whoever has one address of IPv6 has the 2^64 around it: they count as one. */
export function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip
  const [head = '', tail] = ip.split('::')
  const groups = head.split(':').filter(Boolean)
  const behind = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? [] : Array(8 - groups.length - behind.length).fill('0')
  return [...groups, ...zeros, ...behind]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
