import type { Ask } from '@banfa/policy/run'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { AskField } from './ask-field.tsx'
import { askName, type Told, tell } from './self-check.ts'

type Props = {
  readonly questions: readonly Ask[]
  readonly told: Told
  readonly onTell: (told: Told) => void
}

/** Every question at once, in the order of the articles. */
export function QuestionList({ questions, told, onTell }: Props) {
  return (
    <ul className="question-list">
      {questions.map((ask) => (
        <li key={askName(ask)} className="asking">
          <p className="asking-cite">
            <ArticleMark cite={ask.cite} />
          </p>
          <AskField
            ask={ask}
            told={told}
            onTell={(given) => onTell(tell(told, askName(ask), given))}
          />
        </li>
      ))}
    </ul>
  )
}
