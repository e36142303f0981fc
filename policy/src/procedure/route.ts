import type { Limit, Service, Step } from '../program/service.ts'
import type { Act } from './acts.ts'

/** The step of a route that carries an act; null where the route says nothing of it. */
export function stepFor(service: Service, act: Act): Step | null {
  return service.route.find((step) => step.act === act) ?? null
}

/** How long the office has for an act; null where the route sets no limit. */
export function limitFor(service: Service, act: Act): Limit | null {
  return stepFor(service, act)?.within ?? null
}
