import type { Program, Service, Step } from '@banfa/policy/run'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { Block } from '../../../parts/page.tsx'
import { useListed } from '../../../parts/points.tsx'
import { useLength, useLimitNotes } from '../../../parts/program/limits.ts'
import { useOfficeTitle } from '../../../parts/program/words.ts'
import { useSay } from '../../../words/say.ts'

type Props = { readonly program: Program; readonly service: Service }

/** One service: who may apply, the self-check, the steps with their limits, the papers. */
export function ServiceBlock({ program, service }: Props) {
  const { t } = useTranslation('public')
  const say = useSay()
  const kinds = useListed()(service.applicants.map((kind) => t(`kind-of.${kind}`)))
  return (
    <Block heading={say(service.title)} cites={[service.cite]}>
      <p>
        {t('measure.applicants', { kinds })}
        {service.joint && <> · {t('measure.joint')}</>}
        {service.grants && <> · {t('measure.grants', { title: say(service.grants.title) })}</>}
      </p>
      <p className="acts-row">
        <Link
          to="/measures/$pack/check/$service"
          params={{ pack: program.pack, service: service.name }}
          className="btn btn-main"
        >
          {t('measure.check')}
        </Link>
        <a href={`#${conditionsAt(program, service)}`} className="btn">
          {t('measure.conditions')}
        </a>
      </p>
      {service.route.length > 0 && (
        <details className="unfold">
          <summary>{t('measure.route')}</summary>
          <RouteTable program={program} route={service.route} />
          <p className="acts-row">
            <a className="btn btn-small" href={bpmnAt(program, service)} download>
              {t('measure.route.bpmn')}
            </a>
          </p>
        </details>
      )}
      {service.papers.length > 0 && (
        <details className="unfold">
          <summary>
            {t('measure.papers')} {service.papers.length}
          </summary>
          <PaperList papers={service.papers} />
        </details>
      )}
    </Block>
  )
}

const conditionsAt = (program: Program, service: Service) =>
  program.conditions[service.needs]?.cite ?? service.cite

const bpmnAt = ({ pack, version }: Program, { name }: Service) =>
  `/api/measures/${pack}/${encodeURIComponent(version)}/${name}.bpmn`

function RouteTable({ program, route }: { program: Program; route: readonly Step[] }) {
  const { t } = useTranslation('public')
  return (
    <div className="table-hold">
      <table className="table small">
        <thead>
          <tr>
            <th scope="col">{t('measure.step.article')}</th>
            <th scope="col">{t('measure.step')}</th>
            <th scope="col">{t('measure.step.by')}</th>
            <th scope="col">{t('measure.step.within')}</th>
          </tr>
        </thead>
        <tbody>
          {route.map((step) => (
            <StepRow key={`${step.act}-${step.by}`} {...{ program, step, route }} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Row = { readonly program: Program; readonly step: Step; readonly route: readonly Step[] }

function StepRow({ program, step, route }: Row) {
  const { t } = useTranslation('public')
  const say = useSay()
  const office = useOfficeTitle(program)
  const length = useLength()
  const notes = useLimitNotes()
  const limit = step.within ?? step.window
  return (
    <tr>
      <td>
        <ArticleMark cite={step.cite} />
      </td>
      <td>{say(step.title)}</td>
      <td>
        {step.by === 'applicant' || step.by === 'public' ? t(`by.${step.by}`) : office(step.by)}
      </td>
      <td title={limit ? say(limit.basis) : ''}>
        {limit && length(limit)}{' '}
        {limit?.assumed && <span className="quiet">{t('measure.assumed')}</span>}
        {limit &&
          notes(limit, route).map((note) => (
            <div key={note} className="quiet">
              {note}
            </div>
          ))}
      </td>
    </tr>
  )
}

function PaperList({ papers }: { papers: Service['papers'] }) {
  const { t } = useTranslation()
  const say = useSay()
  return (
    <ul className="tree-list small">
      {papers.map((paper) => (
        <li key={paper.name} className="tree-row">
          <span className="tree-cite">
            <ArticleMark cite={paper.cite} />
          </span>
          <span>
            {say(paper.title)}{' '}
            <span className="quiet">
              {t(paper.required ? 'paper.required' : 'paper.optional')}
              {paper.help && <> · {say(paper.help)}</>}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
