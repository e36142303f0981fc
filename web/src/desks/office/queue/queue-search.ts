export type QueueSearch = {
  stage?: string
  service?: string
  text?: string
  all?: true
  sort?: 'due' | 'since' | 'number' | 'party'
  order?: 'asc' | 'desc'
}

const SORTS = ['due', 'since', 'number', 'party'] as const

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** What the address, or a filter kept as text, asks of the queue. */
export function readQueueSearch(search: Readonly<Record<string, unknown>>): QueueSearch {
  const [stage, service, said] = [text(search.stage), text(search.service), text(search.text)]
  const sort = SORTS.find((one) => one === search.sort)
  return {
    ...(stage && { stage }),
    ...(service && { service }),
    ...(said && { text: said }),
    ...((search.all === true || search.all === 'true') && { all: true }),
    ...(sort && { sort }),
    ...(search.order === 'desc' && { order: 'desc' }),
  }
}
