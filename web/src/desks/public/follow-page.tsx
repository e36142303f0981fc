import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { followObjection } from '../../api/generated/sdk.gen.ts'
import type { ObjectionCourse, ObjectionKeyInput } from '../../api/generated/types.gen.ts'
import { Skeleton } from '../../parts/await.tsx'
import { LabelledInput } from '../../parts/form/labelled-input.tsx'
import '../../parts/form/form.css'
import { Papers, Standing, Words } from '../../parts/objections/course.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { RefusalNote } from '../../parts/refusal.tsx'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../words/say.ts'
import { FollowedFile } from './followed-file.tsx'
import { SayMore } from './say-more.tsx'

/** The key stands behind `#`: a browser never sends that part of an address. */
function keyInAddress(): ObjectionKeyInput | null {
  const [number, key] = window.location.hash.slice(1).split('/').map(decodeURIComponent)
  return number && key ? { number, key } : null
}

/** 查询异议: by number and key, without an account. */
export function FollowPage() {
  const { t, ready } = useTranslation('objections')
  const [key, setKey] = useState<ObjectionKeyInput | null>(keyInAddress)
  const following = useMutation({
    mutationFn: async (of: ObjectionKeyInput) =>
      (await followObjection({ body: of, throwOnError: true })).data,
  })
  const { mutate } = following
  useEffect(() => {
    const kept = keyInAddress()
    if (kept) mutate(kept)
  }, [mutate])
  const [course, setCourse] = useState<ObjectionCourse | null>(null)
  useEffect(() => {
    if (following.data) setCourse(following.data)
  }, [following.data])
  if (!ready) return <Skeleton lines={6} />
  if (course && key) {
    return <Followed course={course} of={key} onMoved={setCourse} />
  }
  return (
    <Page title={t('follow.title')} about={<p>{t('follow.about')}</p>}>
      <Block>
        <Ask
          first={key}
          isPending={following.isPending}
          onAsk={(of) => {
            setKey(of)
            mutate(of)
          }}
        />
        {following.isError && <RefusalNote error={following.error} />}
      </Block>
    </Page>
  )
}

type AskProps = {
  readonly first: ObjectionKeyInput | null
  readonly isPending: boolean
  readonly onAsk: (of: ObjectionKeyInput) => void
}

function Ask({ first, isPending, onAsk }: AskProps) {
  const { t } = useTranslation('objections')
  const [given, setGiven] = useState(first ?? { number: '', key: '' })
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        onAsk({ number: given.number.trim(), key: given.key.trim() })
      }}
    >
      <LabelledInput
        label={t('follow.number')}
        hint={t('follow.number.hint')}
        value={given.number}
        onChange={(number) => setGiven({ ...given, number })}
      />
      <LabelledInput
        label={t('follow.key')}
        value={given.key}
        autoComplete="off"
        onChange={(key) => setGiven({ ...given, key })}
      />
      <p>
        <Button type="submit" look="main" disabled={isPending}>
          {t('follow.do')}
        </Button>
      </p>
    </form>
  )
}

type FollowedProps = {
  readonly course: ObjectionCourse
  readonly of: ObjectionKeyInput
  readonly onMoved: (course: ObjectionCourse) => void
}

function Followed({ course, of, onMoved }: FollowedProps) {
  const { t } = useTranslation('objections')
  const say = useSay()
  const { clock, answered, letters } = course
  return (
    <Page
      title={course.number ?? t('follow.title')}
      about={
        <p className="facts-line small">
          <span>
            {t('of.party')} {course.party}
          </span>
          <a href={`/notices/${course.notice.id}`}>{course.notice.number}</a>
          <span className="num">
            {t('of.made')} {course.on}
          </span>
        </p>
      }
    >
      <Block heading={t('of.stage')} aside={clock && <p className="small">{clock.cite}</p>}>
        <Standing of={course} />
        {letters.map((letter) => (
          <p key={letter.id}>
            <FollowedFile
              of={of}
              file={letter.id}
              name={t('answer.letter', { title: say(letter.title), number: letter.number })}
              savedAs={`${say(letter.title)} ${letter.number}.pdf`}
            />
          </p>
        ))}
      </Block>
      <Block heading={t('of.grounds')}>
        <p className="objection-grounds">{course.grounds}</p>
      </Block>
      <Block heading={t('words.title')}>
        <Words words={course.words} own />
      </Block>
      <Block heading={t('papers.title')}>
        <Papers
          papers={course.papers}
          open={({ id, name }) => <FollowedFile of={of} file={id} name={name} savedAs={name} />}
        />
      </Block>
      {!answered && (
        <Block heading={t('more.title')}>
          <SayMore of={of} asked={course.asked} onMoved={onMoved} />
        </Block>
      )}
    </Page>
  )
}
