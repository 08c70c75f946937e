import { batch } from '@preact/signals'
import { useState } from 'preact/hooks'
import { formatSelection } from '../address.ts'
import { EDGE_RELATIONS, MODALITIES, type SiteRelation, type SiteTarget } from '../data.ts'
import { LABELS } from '../labels.ts'
import { loadNames, loadRelations, loadTargets } from '../load.ts'
import {
  ABOUT,
  CO_OCCURS,
  categoryOf,
  confidenceOf,
  edgesOf,
  HAS_TARGET,
  keyOf,
  LINKS_TO,
  labelOf,
  MENTIONS,
  otherEnd,
  shardOf,
} from '../network.ts'
import { formatQuantity } from '../pages/target-sentence.ts'
import type { Selection } from '../state.ts'
import { useApp, useLoaded } from './context.ts'
import { CopyButton } from './copy-button.tsx'
import { Failure, Icon, Loading, NodeLink, Passage, Swatch, useNear } from './parts.tsx'

/** Rows of a list that are shown before they are asked for. */
const FIRST = 6
/** Of targets, each of which is a card with its passages. */
const FIRST_TARGETS = 4
/** Of relations, over all that they say: who says many things is first seen as a whole. */
const FIRST_RELATIONS = 30
/** Rows of relations that are made at once; the others when the reader comes near. */
const AT_ONCE = 12
/** Names to begin with. */
const TELLING = 9

export function RecordPane({ selection }: { selection: Selection | null }) {
  const { state } = useApp()
  if (selection === null) return <StartRecord />
  if ('edge' in selection) return <EdgeRecord key={`e${selection.edge}`} edge={selection.edge} />
  const category = categoryOf(state.network, selection.node)
  if (category === 'target') return <TargetRecord key={selection.node} node={selection.node} />
  if (category === 'document') return <DocumentRecord key={selection.node} node={selection.node} />
  return <EntityRecord key={selection.node} node={selection.node} />
}

/** Before anything is chosen: what the site holds, and where to begin. */
function StartRecord() {
  const { state, words, labels } = useApp()
  const { network } = state
  const visible = state.visible.value
  const telling: number[] = []
  for (const n of visible.ranked) {
    const category = categoryOf(network, n)
    if (category !== 'document' && category !== 'target') telling.push(n)
    if (telling.length === TELLING) break
  }
  const documents = network.site.documents.slice(0, 5)
  return (
    <div class="record start">
      <h2>{words.start}</h2>
      <p class="lead">{words.startLead}</p>
      <h3>{words.mostTelling}</h3>
      <ul class="plain">
        {telling.map((n) => (
          <li key={n}>
            <Swatch category={categoryOf(network, n)} />
            <NodeLink node={n} />
            <span class="count">{words.mentionCount(network.site.nodes.mentions[n] as number)}</span>
          </li>
        ))}
      </ul>
      <h3>{labels.category.document.many}</h3>
      <ul class="plain articles">
        {documents.map(({ title, lang }, d) => (
          <li key={d} lang={lang}>
            <NodeLink node={network.documentNode[d] as number}>{title}</NodeLink>
          </li>
        ))}
      </ul>
      {network.site.documents.length > documents.length && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            state.view.value = 'table'
          }}
        >
          {words.more(network.site.documents.length - documents.length)}
        </button>
      )}
    </div>
  )
}

function RecordHead({ node, title }: { node: number; title?: string }) {
  const { state, labels } = useApp()
  const category = categoryOf(state.network, node)
  return (
    <header class="record-head">
      <p class="kicker" data-category={category}>
        <Swatch category={category} />
        {labels.category[category].one}
      </p>
      <h2 tabIndex={-1} dir="auto">
        {title ?? labelOf(state.network, node)}
      </h2>
    </header>
  )
}

function RecordActions({ node, dossier }: { node: number; dossier: string }) {
  const { state, graph, words } = useApp()
  return (
    <p class="actions">
      <button
        type="button"
        onClick={() => {
          state.view.value = 'graph'
          graph.current?.center(node)
        }}
      >
        <Icon name="target" />
        {words.focusHere}
      </button>
      <button
        type="button"
        onClick={() => {
          state.path.value = { from: node, to: null }
        }}
      >
        <Icon name="path" />
        {words.pathFrom}
      </button>
      <a href={dossier}>
        <Icon name="print" />
        {words.dossier}
      </a>
      <CopyLink />
    </p>
  )
}

function CopyLink() {
  const { words } = useApp()
  return (
    <CopyButton text={() => location.href} done={words.copied}>
      <Icon name="link" />
      {words.copyLink}
    </CopyButton>
  )
}

function EntityRecord({ node }: { node: number }) {
  const { state, words } = useApp()
  const { network } = state
  const edges = [...edgesOf(network, node)]
  const hasTargets = edges.some((e) => network.site.edges.relation[e] === HAS_TARGET)
  const [names] = useLoaded(loadNames, [])
  const [targets, retryTargets] = useLoaded(() => (hasTargets ? loadTargets() : Promise.resolve([])), [])
  const extra = names && 'value' in names ? names.value.find((entry) => entry.node === node) : undefined
  const relations = edges.filter((e) => e < network.site.relations)
  const own = targets && 'value' in targets ? targets.value.filter(({ actor }) => actor === node) : []
  const together = edges.filter((e) => network.site.edges.relation[e] === CO_OCCURS)
  const articles = edges
    .filter((e) => [ABOUT, MENTIONS].includes(network.site.edges.relation[e] as number))
    .sort((a, b) => (network.site.edges.weight[b] as number) - (network.site.edges.weight[a] as number))
  const mentions = network.site.nodes.mentions[node] as number
  return (
    <article class="record">
      <RecordHead node={node} />
      {extra?.description && <p class="lead">{extra.description}</p>}
      {extra?.aliases && (
        <p class="aliases">
          <span class="term">{words.alsoCalled}</span>{' '}
          {extra.aliases.map((alias, i) => (
            <span key={alias}>
              {i > 0 && ', '}
              <bdi>{alias}</bdi>
            </span>
          ))}
        </p>
      )}
      <p class="facts">{words.mentionsIn(mentions, articles.length)}</p>
      {extra?.sameAs && extra.sameAs.length > 0 && (
        <p class="elsewhere">
          <span class="term">{words.elsewhere}</span>{' '}
          {extra.sameAs.map((url) => (
            <a key={url} href={url} rel="noopener noreferrer" target="_blank">
              {new URL(url).host.replace(/^www\./, '')}
            </a>
          ))}
        </p>
      )}
      <RecordActions node={node} dossier={pageOf(keyOf(network, node))} />
      {hasTargets && (
        <section>
          <h3>{words.targets}</h3>
          {targets === null && <Loading />}
          {targets && 'error' in targets && <Failure retry={retryTargets} />}
          <Shortened
            items={own}
            row={(target) => (
              <li key={target.id}>
                <TargetCard target={target} />
              </li>
            )}
            list="cards"
            first={FIRST_TARGETS}
          />
        </section>
      )}
      {relations.length > 0 && <Relations node={node} relations={relations} />}
      {together.length > 0 && (
        <section>
          <h3>{words.namedTogether}</h3>
          <Shortened
            items={together}
            row={(e) => (
              <li key={e}>
                <Swatch category={categoryOf(network, otherEnd(network, e, node))} />
                <NodeLink node={otherEnd(network, e, node)} />
                <span class="count">{words.togetherIn(network.site.edges.weight[e] as number)}</span>
              </li>
            )}
            list="plain"
          />
        </section>
      )}
      <section>
        <h3>{words.inArticles}</h3>
        <Shortened
          items={articles}
          row={(e) => (
            <ArticleRow
              key={e}
              node={node}
              document={otherEnd(network, e, node)}
              count={network.site.edges.weight[e] as number}
            />
          )}
          list="plain articles"
        />
      </section>
    </article>
  )
}

function ArticleRow({ node, document, count }: { node: number; document: number; count: number }) {
  const { state, words } = useApp()
  const { network } = state
  const d = network.documentOf[document] as number
  return (
    <li lang={network.site.documents[d]?.lang}>
      <button
        type="button"
        class="node-link"
        onClick={() => {
          batch(() => {
            state.selection.value = { node }
            state.reading.value = { document: d }
          })
        }}
      >
        {labelOf(network, document)}
      </button>
      <span class="count" lang={state.lang.value}>
        {words.mentionCount(count)}
      </span>
    </li>
  )
}

/** Rows, the first few at once, the others when they are asked for. */
function Shortened<T>(props: {
  items: readonly T[]
  row(item: T): preact.ComponentChildren
  list: string
  first?: number
}) {
  const { words } = useApp()
  const [shown, setShown] = useState(props.first ?? FIRST)
  const rest = props.items.length - shown
  return (
    <>
      <ul class={props.list}>{props.items.slice(0, shown).map(props.row)}</ul>
      {rest > 0 && (
        <button type="button" class="quiet" onClick={() => setShown(shown + 30)}>
          {words.more(rest)}
        </button>
      )}
    </>
  )
}

/** Relations by what they say, each with the other end and the passages that say it. */
function Relations({ node, relations }: { node: number; relations: readonly number[] }) {
  const { state, words, labels } = useApp()
  const [rest, near] = useNear<HTMLDivElement>()
  const { network } = state
  const groups = new Map<string, number[]>()
  for (const e of relations) {
    const name = EDGE_RELATIONS[network.site.edges.relation[e] as number] as 'worksFor'
    const label = labels.relation[name]
    const key = network.site.edges.source[e] === node ? label.forward : label.backward
    const list = groups.get(key)
    if (list) list.push(e)
    else groups.set(key, [e])
  }
  const all = [...groups]
  const first = Math.max(2, Math.min(FIRST, Math.floor(FIRST_RELATIONS / all.length)))
  let count = 0
  for (let rows = 0; count < all.length && rows < AT_ONCE; count++)
    rows += Math.min(first, (all[count] as [string, number[]])[1].length)
  const shown = near ? all : all.slice(0, count)
  return (
    <section>
      <h3>{words.relations}</h3>
      {shown.map(([label, edges]) => (
        <div class="predicate" key={label}>
          <h4>{label}</h4>
          <Shortened
            items={edges}
            row={(e) => <RelationRow key={e} edge={e} from={node} />}
            list="relations"
            first={first}
          />
        </div>
      ))}
      {shown.length < all.length && <div class="to-come" ref={rest} />}
    </section>
  )
}

function RelationRow({ edge, from }: { edge: number; from: number }) {
  const { state } = useApp()
  const { network } = state
  const other = otherEnd(network, edge, from)
  return (
    <li class="relation-row">
      <p class="relation-line">
        <Swatch category={categoryOf(network, other)} />
        <NodeLink node={other} />
        <RelationLink edge={edge} />
      </p>
      <RelationEvidence edge={edge} most={2} />
    </li>
  )
}

/** The way to the record of the relation itself, which has an address of its own. */
function RelationLink({ edge }: { edge: number }) {
  const { state, words } = useApp()
  return (
    <a
      class="permalink"
      href={`#/${formatSelection(state.network, { edge })}`}
      aria-label={words.relation}
      title={words.relation}
      onClick={(event) => {
        event.preventDefault()
        state.select({ edge })
      }}
    >
      <Icon name="link" />
    </a>
  )
}

/** What a relation says beyond its ends, and its passages; loaded when the reader comes near. */
export function RelationEvidence(props: { edge: number; most: number }) {
  const [place, near] = useNear<HTMLDivElement>()
  return near ? <NearEvidence {...props} /> : <div class="to-come" ref={place} />
}

function NearEvidence({ edge, most }: { edge: number; most: number }) {
  const { state, words } = useApp()
  const { network } = state
  const shard = shardOf(network.site, edge)
  const [loaded, retry] = useLoaded(() => loadRelations(shard), [shard])
  const [all, setAll] = useState(false)
  if (loaded === null) return <Loading />
  if ('error' in loaded) return <Failure retry={retry} />
  const relation = loaded.value[edge - (network.site.relationShards[shard] as number)] as SiteRelation
  const shown = all ? relation.passages : relation.passages.slice(0, most)
  const ends = [network.site.edges.source[edge] as number, network.site.edges.target[edge] as number]
  return (
    <>
      <Qualifiers relation={relation} edge={edge} />
      {shown.map((passage) => (
        <Passage key={`${passage.d}-${passage.start}`} passage={passage} ends={ends} />
      ))}
      {relation.passages.length > shown.length && (
        <button type="button" class="quiet" onClick={() => setAll(true)}>
          {words.more(relation.passages.length - shown.length)}
        </button>
      )}
    </>
  )
}

function Qualifiers({ relation, edge }: { relation: SiteRelation; edge: number }) {
  const { state, words } = useApp()
  const stance = state.network.site.edges.stance[edge] as number
  const modality = MODALITIES[stance >> 1] as (typeof MODALITIES)[number]
  const { qualifiers, attributedTo } = relation
  const parts = [
    qualifiers?.title,
    qualifiers?.start && `${words.since} ${qualifiers.start}`,
    qualifiers?.end && `${words.until} ${qualifiers.end}`,
    stance % 2 === 1 && words.negative,
    modality !== 'asserted' && words.modality[modality],
    attributedTo !== undefined && `${words.accordingTo} ${labelOf(state.network, attributedTo)}`,
  ].filter((part) => part)
  return parts.length === 0 ? null : <p class="qualifiers">{parts.join(' · ')}</p>
}

function EdgeRecord({ edge }: { edge: number }) {
  const { state, words, labels } = useApp()
  const { network } = state
  const { source, target, relation, weight } = network.site.edges
  const confidence = confidenceOf(network, edge)
  const name = EDGE_RELATIONS[relation[edge] as number] as 'worksFor'
  const ends = [source[edge] as number, target[edge] as number] as const
  return (
    <article class="record">
      <header class="record-head">
        <p class="kicker">{words.relation}</p>
        <h2 tabIndex={-1} class="statement">
          <NodeLink node={ends[0]} /> <em>{labels.relation[name].forward}</em> <NodeLink node={ends[1]} />
        </h2>
      </header>
      {confidence !== undefined && (
        <p class="facts">
          {words.confidence} {confidence} %
        </p>
      )}
      <p class="actions">
        <CopyLink />
      </p>
      {edge < network.site.relations ? (
        <RelationEvidence edge={edge} most={20} />
      ) : relation[edge] === HAS_TARGET ? (
        <TargetOf node={ends[1]} />
      ) : (
        <p>{words.togetherIn(weight[edge] as number)}</p>
      )}
    </article>
  )
}

function TargetOf({ node }: { node: number }) {
  const [loaded, retry] = useLoaded(loadTargets, [])
  if (loaded === null) return <Loading />
  if ('error' in loaded) return <Failure retry={retry} />
  const target = loaded.value.find((target) => target.node === node)
  return target ? <TargetCard target={target} /> : null
}

function TargetRecord({ node }: { node: number }) {
  const { state, words } = useApp()
  const [loaded, retry] = useLoaded(loadTargets, [])
  const target = loaded && 'value' in loaded ? loaded.value.find((target) => target.node === node) : undefined
  return (
    <article class="record">
      <RecordHead node={node} />
      {target && <p class="facts">{target.actor === null ? words.noActor : <NodeLink node={target.actor} />}</p>}
      <RecordActions node={node} dossier={`targets/index.html#${keyOf(state.network, node).replace('/', '-')}`} />
      {loaded === null && <Loading />}
      {loaded && 'error' in loaded && <Failure retry={retry} />}
      {target && <TargetCard target={target} alone />}
    </article>
  )
}

/** A target's figures, what the text leaves open, and the passages. */
export function TargetCard({ target, alone = false }: { target: SiteTarget; alone?: boolean }) {
  const { state, words, labels } = useApp()
  const lang = state.lang.value
  const quantity = formatQuantity(target.value, target.unit, lang)
  const baseline = [target.baselineYear, formatQuantity(target.baselineValue, target.unit, lang)].filter(Boolean)
  const rows: [term: string, value: string, said?: string | undefined][] = []
  if (quantity) rows.push([words.value, quantity, target.words.value])
  if (target.startYear) rows.push([labels.field.startYear, String(target.startYear), target.words.startYear])
  if (target.targetYear) rows.push([words.deadline, String(target.targetYear), target.words.targetYear])
  if (baseline.length > 0) rows.push([words.baseline, baseline.join(' · '), target.words.baselineYear])
  if (target.scope) rows.push([words.scope, target.scope])
  rows.push([words.status, labels.status[target.status]])
  if (target.attributedTo !== null) rows.push([words.accordingTo, labelOf(state.network, target.attributedTo)])
  const title = target.metric || LABELS[lang].kind[target.kind]
  return (
    <div class="target-card" data-status={target.status}>
      {!alone && (
        <h4>
          <NodeLink node={target.node}>{title}</NodeLink>
        </h4>
      )}
      <dl>
        {rows.map(([term, value, said]) => (
          <div key={term} title={said}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {target.missing.length > 0 && (
        <p class="missing">
          <span class="term">{words.missing}</span> {target.missing.map((field) => labels.field[field]).join(', ')}
        </p>
      )}
      {target.contradicts && <Contradictions ids={target.contradicts} />}
      {target.passages.map((passage) => (
        <Passage
          key={`${passage.d}-${passage.start}`}
          passage={passage}
          ends={target.actor === null ? [] : [target.actor]}
        />
      ))}
    </div>
  )
}

function Contradictions({ ids }: { ids: readonly string[] }) {
  const { state, words } = useApp()
  return (
    <p class="contradiction">
      <span class="term">{words.contradicts}</span>{' '}
      {ids.map((id) => {
        const node = state.keys.get(`target/${id}`)
        return node === undefined ? null : <NodeLink key={id} node={node} />
      })}
    </p>
  )
}

function DocumentRecord({ node }: { node: number }) {
  const { state, words, labels } = useApp()
  const { network } = state
  const d = network.documentOf[node] as number
  const document = network.site.documents[d]
  const { relation, source, weight } = network.site.edges
  const edges = [...edgesOf(network, node)].sort((a, b) => (weight[b] as number) - (weight[a] as number))
  const links = edges.filter((e) => relation[e] === LINKS_TO)
  const named = edges.filter((e) => relation[e] !== LINKS_TO)
  if (!document) return null
  return (
    <article class="record">
      <RecordHead node={node} />
      <p class="facts">
        {document.date && (
          <>
            {words.published} <time dateTime={document.date}>{document.date}</time> ·{' '}
          </>
        )}
        <span class="path">{document.path}</span>
      </p>
      <p class="actions">
        <button
          type="button"
          class="button"
          onClick={() => {
            state.reading.value = { document: d }
          }}
        >
          {words.openArticle}
        </button>
        <a href={`articles/${encodeURIComponent(document.id)}/index.html`}>
          <Icon name="print" />
          {words.staticPage}
        </a>
        {document.url && /^https?:/.test(document.url) && (
          <a href={document.url} rel="noopener noreferrer" target="_blank">
            {words.source}
          </a>
        )}
        <CopyLink />
      </p>
      <section>
        <h3>{labels.relation.mentions.forward}</h3>
        <Shortened
          items={named}
          row={(e) => (
            <li key={e}>
              <Swatch category={categoryOf(network, otherEnd(network, e, node))} />
              <NodeLink node={otherEnd(network, e, node)} />
              <span class="count">{words.mentionCount(network.site.edges.weight[e] as number)}</span>
            </li>
          )}
          list="plain"
        />
      </section>
      {([true, false] as const).map((isOut) => {
        const list = links.filter((e) => (source[e] === node) === isOut)
        return (
          list.length > 0 && (
            <section key={String(isOut)}>
              <h3>{labels.relation.linksTo[isOut ? 'forward' : 'backward']}</h3>
              <Shortened
                items={list}
                row={(e) => (
                  <li key={e}>
                    <Swatch category="document" />
                    <NodeLink node={otherEnd(network, e, node)} />
                  </li>
                )}
                list="plain"
              />
            </section>
          )
        )
      })}
    </article>
  )
}

function pageOf(key: string): string {
  return `entities/${key.split('/').map(encodeURIComponent).join('/')}/index.html`
}
