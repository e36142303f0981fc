/** Somebody signed in from outside, over HTTP. */
export type Client = <Answer>(method: string, path: string, body?: object) => Promise<Answer>

const password = 'banfa-demo'
const asJson = { 'content-type': 'application/json' }

/** @throws Error with the product's words when it refuses; TypeError when it is not there */
export async function signedIn(address: string, login: string): Promise<Client> {
  return clientOf(address, await cookieOf(address, login))
}

/** The same, as the cookie header that a browser would send. */
export async function cookieOf(address: string, login: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: asJson,
    body: JSON.stringify({ login, password }),
  })
  await acknowledged(answer)
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

function clientOf(address: string, cookie: string): Client {
  return async (method, path, body) => {
    const isForm = body instanceof FormData
    const sent = await fetch(`${address}${path}`, {
      method,
      headers: { cookie, ...(body && !isForm && asJson) },
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
    })
    return (await acknowledged(sent)) as never
  }
}

/** Only a whole answer is an acknowledgement: one cut off in the middle throws too. */
async function acknowledged(answer: Response): Promise<unknown> {
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}: ${text.slice(0, 500)}`)
  return JSON.parse(text)
}
