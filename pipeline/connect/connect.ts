import type { AnalysisSummary, DocumentId, EntityId, Knowledge, Message, Target } from '../model.ts'
import { correctRelations, correctTargets } from './apply-corrections.ts'
import { compareStrings } from './compare.ts'
import type { Curation } from './curation.ts'
import { findSubjects } from './find-subjects.ts'
import { mergeRelations, resolveRelations } from './merge-relations.ts'
import { findContradictions, mergeTargets, resolveTargets } from './merge-targets.ts'
import { reportCuration } from './report-curation.ts'
import { resolveEntities } from './resolve-entities.ts'
import type { LinkResolution } from './resolve-links.ts'
import { splitMentions } from './split-mentions.ts'

export interface ConnectOptions {
  curation: Curation
  generator: {
    version: string
    /** Digest of what the build was configured with. */
    configHash: string
  }
  /** What documents link to; nothing unless given. */
  links?: Pick<LinkResolution, 'links' | 'destinations'>
  /** The extracted text of a document, asked for where curation quotes it. */
  textOf?: (document: DocumentId) => string
}

/** Receives what an author should know; `path` is a document's or the curation file's. */
export type ReportMessage = (path: string, message: Message) => void

/**
 * The whole of `connect`: analyses in any order to one knowledge, sorted as `Knowledge` says. The same analyses give the
 * same knowledge whatever their order. Reports `doubtful-identity`, `conflicting-judgements` and `unused-curation` on the
 * curation's path, `contradictory-targets` on the document of the later target.
 */
export function connect(
  options: ConnectOptions,
): (analyses: readonly AnalysisSummary[], report?: ReportMessage) => Knowledge {
  const { curation, generator, links, textOf = () => '' } = options
  return (analyses, report = () => {}) => {
    const ordered = [...analyses].sort((a, b) => compareStrings(a.document.id, b.document.id))
    for (const [i, { document }] of ordered.entries()) {
      if (document.id === ordered[i - 1]?.document.id)
        throw new Error(`connect: two documents have the id ${document.id}`)
    }
    const { analyses: sorted, chosen } = splitMentions(ordered, curation, textOf)
    const resolution = resolveEntities(sorted, curation, findSubjects(sorted, links?.destinations), chosen)
    const entityOf = ({ document }: AnalysisSummary, local: number): EntityId | null =>
      resolution.entityOf.get(document.id)?.[local] ?? null
    const relations = correctRelations(resolveRelations(sorted, entityOf), curation, resolution.find)
    const targets = correctTargets(resolveTargets(sorted, entityOf), curation, resolution.find)
    const knowledge: Knowledge = {
      format: 'maillage-knowledge',
      version: 1,
      generator: { name: 'maillage', version: generator.version, configHash: generator.configHash },
      documents: sorted.map(({ document, aliases, tags }) => {
        const { id, path, title, lang, date, url, sha256 } = document
        const linked = links?.links.get(id) ?? []
        return {
          id,
          path,
          title,
          lang,
          date,
          url,
          sha256,
          ...(aliases.length === 0 ? {} : { aliases }),
          ...(tags.length === 0 ? {} : { tags }),
          ...(linked.length === 0 ? {} : { links: linked }),
        }
      }),
      entities: resolution.entities,
      relations: mergeRelations(relations.claims),
      targets: mergeTargets(targets.claims),
    }
    const review = {
      resolution,
      unusedRelations: relations.unused,
      unusedTargets: targets.unused,
      unknown: [...relations.unknown, ...targets.unknown],
      relations: knowledge.relations,
      targets: knowledge.targets,
    }
    reportCuration(review, (reason, ruleId, place) =>
      report(curation.path, {
        reason,
        line: place?.line ?? null,
        column: place?.column ?? null,
        ruleId,
        source: 'maillage',
        severity: place ? 'warning' : 'info',
      }),
    )
    const pathOf = new Map(sorted.map(({ document }) => [document.id, document.path]))
    // One message for one promise, however many dates it has: the last of them against the first.
    for (const { targets } of findContradictions(knowledge.targets)) {
      const [other] = targets
      const target = targets[targets.length - 1] as Target
      const [passage] = target.evidence
      const [first] = other.evidence
      if (passage === undefined || first === undefined) continue
      const more = targets.length > 2 ? ` (and ${targets.length - 2} more)` : ''
      report(pathOf.get(passage.document) as string, {
        reason: `Unexpected second year for one target of ${target.actor}: ${target.targetYear} here, ${other.targetYear} in ${pathOf.get(first.document)}:${first.line}${more}: “${quote(passage.exact)}”, “${quote(first.exact)}”`,
        line: passage.line,
        column: null,
        ruleId: 'contradictory-targets',
        source: 'maillage',
        severity: 'warning',
      })
    }
    return knowledge
  }
}

/** A sentence on one line, cut where it gets long. */
function quote(exact: string): string {
  const line = exact.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line
}

const LONGEST_QUOTE = 160
