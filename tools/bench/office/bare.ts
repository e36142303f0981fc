import Fastify from 'fastify'
import pg from 'pg'

/**
 * The measure of what is possible: a bare handler over the same tables with the same row-level
 * security, no session, no contract, no log. `node bare.ts <url of the application's login>`; it
 * says its address and answers until it is ended.
 */
const [connectionString = '', zone = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString, max: 10 })

const FRAME = [
  'begin isolation level repeatable read read only',
  'set local role banfa_app',
  `set local app.zone = '${zone}'`,
  `set local app.reach = 'zone'`,
]

async function framed<Answer>(work: (client: pg.PoolClient) => Promise<Answer>): Promise<Answer> {
  const client = await pool.connect()
  try {
    for (const one of FRAME) await client.query(one)
    const answer = await work(client)
    await client.query('commit')
    return answer
  } finally {
    client.release()
  }
}

const WHERE = `zone_id = $1 and stage <> 'draft' and number is not null and service = $2`

const app = Fastify()

app.get<{ Querystring: { service: string } }>('/list', ({ query: { service } }) =>
  framed(async (client) => {
    const { rows } = await client.query(
      `select case_id, service, service_title, party_id, party_name, district, office_id, number,
         stage, stage_on, due_on, sort_day, waits_for, waiting_experts
       from case_board where ${WHERE} order by stage_on desc, case_id desc limit 31`,
      [zone, service],
    )
    const counts = await client.query(
      `select stage, count(*)::int as cases from case_board where ${WHERE} group by stage`,
      [zone, service],
    )
    return { rows, counts: counts.rows }
  }),
)

app.get<{ Params: { id: string } }>('/case/:id', ({ params: { id } }) =>
  framed(async (client) => {
    const one = async (text: string) => (await client.query(text, [zone, id])).rows
    return {
      board: await one('select * from case_board where zone_id = $1 and case_id = $2'),
      case: await one('select * from cases where zone_id = $1 and id = $2'),
      filings: await one('select * from filings where zone_id = $1 and case_id = $2'),
      entries: await one(
        `select * from record_entries
         where zone_id = $1 and subject_kind = 'case' and subject_id = $2 order by seq`,
      ),
    }
  }),
)

console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
