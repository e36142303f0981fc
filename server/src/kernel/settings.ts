import { type Actor, type Reach, reachOf, seesCases } from './actor.ts'
import type { ZoneId } from './ids.ts'

/** The role every transaction of the product runs as: not an owner, not a superuser. */
export const APP_ROLE = 'banfa_app'

/**
 * The statements that bound a transaction. Only SET LOCAL with quoted literals, one a call: Citus
 * does not pass set_config() on to the shards, and a pooler must find nothing left behind. Empty
 * lists are not sent: policies take a missing setting for nobody.
 */
export function settingsOf(zone: ZoneId, actor: Actor): string[] {
  return [
    `set local role ${APP_ROLE}`,
    `set local app.zone = ${quoted(zone)}`,
    ...actorSettings(actor),
  ]
}

/** The part of them that says who acts. */
export function actorSettings(actor: Actor): string[] {
  const lists = {
    'app.reach': [reachOf(actor) satisfies Reach],
    ...(actor.kind === 'person'
      ? {
          'app.person': [actor.person],
          'app.parties': actor.parties,
          'app.offices': actor.posts.filter(seesCases).map((post) => post.office),
        }
      : {}),
  }
  return Object.entries(lists)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `set local ${name} = ${quoted(values.join(','))}`)
}

/** A string literal that means the same whatever standard_conforming_strings says. */
export function quoted(text: string): string {
  if (text.includes('\\') || text.includes('\0')) {
    throw new Error('a setting holds identifiers only')
  }
  return `'${text.replaceAll("'", "''")}'`
}
