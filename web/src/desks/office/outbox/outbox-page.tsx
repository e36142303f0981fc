import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listMessagesOptions,
  listMessagesQueryKey,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { sendAgain } from '../../../api/generated/sdk.gen.ts'
import type { OutgoingMessage } from '../../../api/generated/types.gen.ts'
import { Await } from '../../../parts/await.tsx'
import { WidePage } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { clockOf } from '../../../ui/format.ts'
import './outbox.css'

const STANDS = ['set-aside', 'waiting', 'kept', 'delivered'] as const
type Stands = OutgoingMessage['stands']

/** What was sent, to where, how often tried, and what came of it. */
export function OutboxPage() {
  const { t } = useTranslation('outbox')
  const [stands, setStands] = useState<Stands | null>(null)
  // The cursors of the pages before this one; undefined is the first.
  const [before, setBefore] = useState<readonly (string | undefined)[]>([])
  const [cursor, setCursor] = useState<string>()
  const query = useQuery(listMessagesOptions(askedOf(stands, cursor)))
  const choose = (one: Stands | null) => {
    setStands(one)
    setBefore([])
    setCursor(undefined)
  }
  return (
    <WidePage title={t('sent.title')} about={t('sent.about')}>
      <p className="acts-row">
        {[null, ...STANDS].map((one) => (
          <Button
            key={one ?? 'all'}
            look={one === stands ? 'main' : 'plain'}
            aria-pressed={one === stands}
            onClick={() => choose(one)}
          >
            {one === null ? t('sent.all') : t(`stands.${one}`)}
          </Button>
        ))}
      </p>
      <Await query={query} lines={10}>
        {({ isMailSetUp, messages, next }) => (
          <>
            {!isMailSetUp && <p className="outbox-off">{t('sent.no-mail')}</p>}
            {messages.length === 0 ? (
              <p className="quiet">{t('sent.none')}</p>
            ) : (
              <Messages messages={messages} />
            )}
            <p className="acts-row">
              {before.length > 0 && (
                <Button
                  onClick={() => {
                    setCursor(before.at(-1))
                    setBefore(before.slice(0, -1))
                  }}
                >
                  {t('sent.newer')}
                </Button>
              )}
              {next && (
                <Button
                  onClick={() => {
                    setBefore([...before, cursor])
                    setCursor(next)
                  }}
                >
                  {t('sent.older')}
                </Button>
              )}
            </p>
          </>
        )}
      </Await>
    </WidePage>
  )
}

function askedOf(stands: Stands | null, cursor: string | undefined) {
  return { query: { ...(stands && { stands }), ...(cursor && { cursor }) } }
}

const COLUMNS = ['what', 'to', 'at', 'stands'] as const

function Messages({ messages }: { messages: readonly OutgoingMessage[] }) {
  const { t } = useTranslation('outbox')
  return (
    <div className="table-hold">
      <table className="table outbox-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`sent.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => (
            <MessageRow key={message.id} message={message} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function MessageRow({ message }: { message: OutgoingMessage }) {
  const { t } = useTranslation('outbox')
  return (
    <tr>
      <td>
        {message.subject}
        <div className="small quiet">{t(`kind.${message.kind}` as 'kind.case.filed')}</div>
      </td>
      <td className="outbox-to">
        {message.to ?? <span className="quiet">{t('sent.erased')}</span>}
      </td>
      <td className="num">{at(message.writtenAt)}</td>
      <td>
        <Result message={message} />
      </td>
    </tr>
  )
}

function Result({ message: { id, stands, nextAt, attempts, to } }: { message: OutgoingMessage }) {
  const { t } = useTranslation('outbox')
  const queries = useQueryClient()
  const again = useMutation({
    mutationFn: () => sendAgain({ path: { id }, throwOnError: true }),
    onSuccess: () => queries.invalidateQueries({ queryKey: listMessagesQueryKey() }),
  })
  const last = attempts.at(-1)
  const mayAgain = to !== null && (stands === 'set-aside' || stands === 'kept')
  return (
    <>
      <details>
        <summary>
          <span className={`outbox-${stands}`}>{t(`stands.${stands}`)}</span>{' '}
          <span className="small quiet num">
            {t('sent.attempts', { count: attempts.length })}
            {stands === 'waiting' && nextAt && ` · ${t('sent.next', { at: at(nextAt) })}`}
          </span>
        </summary>
        <ol className="small">
          {attempts.map((one) => (
            <li key={`${one.at}${one.outcome}`}>
              <span className="num">{at(one.at)}</span> {t(`outcome.${one.outcome}`)}{' '}
              <span className="quiet mono">{one.told}</span>
            </li>
          ))}
        </ol>
      </details>
      {stands === 'set-aside' && <div className="small mono outbox-told">{last?.told}</div>}
      {mayAgain && <Button onClick={() => again.mutate()}>{t('sent.again')}</Button>}
      {again.isError && <RefusalNote error={again.error} />}
    </>
  )
}

const at = (instant: string) => `${instant.slice(0, 10)} ${clockOf(instant)}`
