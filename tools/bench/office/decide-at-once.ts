import { cookieOf, signedIn } from '../../../testing/client.ts'

/** So many decisions on one case at the same moment; how each was answered. */
export async function decideAtOnce(address: string, times: number) {
  const officer = await signedIn(address, DECIDER)
  const proposed = await officer<{ rows: { id: string }[] }>('GET', '/api/cases?stage=proposed')
  const [first] = proposed.rows
  if (!first) throw new Error('The demo has no case that waits for a decision')
  const headers = {
    cookie: await cookieOf(address, DECIDER),
    'content-type': 'application/json',
  }
  const decide = async () => {
    const answer = await fetch(`${address}/api/cases/${first.id}/decide`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ reason: '公示期满无异议，同意认定。' }),
    })
    await answer.text()
    return answer.status
  }
  const answers = await Promise.all(Array.from({ length: times }, decide))
  const won = answers.filter((status) => status === 200).length
  const told = answers.filter((status) => status >= 400 && status < 500).length
  return { times, won, told }
}

const DECIDER = 'chen.lixin'
