import type { PageIndex } from '../../pipeline/export/page-index.ts'
import type { Language, Target } from '../../pipeline/model.ts'
import { TargetCard } from './target-card.tsx'
import { WORDS } from './words.ts'

export interface TargetsPageProps {
  lang: Language
  root: string
  index: PageIndex
  /** By target year, those without one last. */
  targets: readonly Target[]
}

/** Every target, by the year in which it falls due. */
export function TargetsPage({ lang, root, index, targets }: TargetsPageProps) {
  const words = WORDS[lang]
  const years = new Map<number | null, Target[]>()
  for (const target of targets) {
    const list = years.get(target.targetYear)
    if (list) list.push(target)
    else years.set(target.targetYear, [target])
  }
  return (
    <>
      <h1>{words.targets}</h1>
      <p class="lead">{words.targetsLead}</p>
      {[...years].map(([year, list]) => (
        <section key={year} class="year">
          <h2>{year ?? words.noYear}</h2>
          {list.map((target) => (
            <TargetCard key={target.id} lang={lang} root={root} index={index} target={target} withActor />
          ))}
        </section>
      ))}
    </>
  )
}
