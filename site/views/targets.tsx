import { useEffect, useRef, useState } from 'preact/hooks'
import type { SiteTarget } from '../data.ts'
import { shorten } from '../graph/draw-scene.ts'
import { loadTargets } from '../load.ts'
import { labelOf } from '../network.ts'
import { formatQuantity } from '../pages/target-sentence.ts'
import { nodePasses } from '../state.ts'
import { useApp, useLoaded } from './context.ts'
import { YearInputs } from './filters.tsx'
import { Failure, Loading, lighting, NodeLink, Passage } from './parts.tsx'
import { type Column, SortableTable } from './table.tsx'

/** Rows of the timeline that are drawn at most. */
const ROWS = 80
const ROW_HEIGHT = 24
const TOP = 30
/** Room for the names of actors. */
const LEFT = 190
/** Width of a letter on average, on the safe side. */
const LETTER = 6.7

/** Targets by the year in which they fall due, and as a table. */
export function TargetsView() {
  const { state, words } = useApp()
  const [loaded, retry] = useLoaded(loadTargets, [])
  if (loaded === null) return <Loading />
  if ('error' in loaded) return <Failure retry={retry} />
  const { network } = state
  const filters = state.filters.value
  const inTime = { ...filters, years: null }
  const eligible = loaded.value.filter(({ node }) => nodePasses(network, inTime, node))
  const shown = eligible.filter(({ node }) => nodePasses(network, filters, node))
  return (
    <div class="targets-view">
      <h2>{words.targets}</h2>
      <p class="count" role="status">
        {words.targetCount(shown.length)}
      </p>
      {eligible.length === 0 ? (
        <p class="empty">{words.noTargets}</p>
      ) : (
        <>
          <Timeline targets={eligible} />
          <TargetTable targets={shown} />
        </>
      )}
    </div>
  )
}

function Timeline({ targets }: { targets: readonly SiteTarget[] }) {
  const { state, words } = useApp()
  const { network } = state
  const svg = useRef<SVGSVGElement>(null)
  const [width, setWidth] = useState(900)
  useEffect(() => {
    const frame = svg.current?.parentElement
    if (!frame) return
    const observer = new ResizeObserver(() => setWidth(Math.max(620, frame.clientWidth)))
    observer.observe(frame)
    return () => observer.disconnect()
  }, [])
  const [brush, setBrush] = useState<[number, number] | null>(null)
  const dated = targets
    .filter(({ targetYear }) => targetYear !== null)
    .sort((a, b) => (a.targetYear as number) - (b.targetYear as number) || a.node - b.node)
  if (dated.length === 0) return null
  const years = dated.flatMap(({ targetYear, startYear, baselineYear }) =>
    [targetYear, startYear, baselineYear].filter((year): year is number => year !== null),
  )
  const [first, last] = [Math.min(...years) - 1, Math.max(...years) + 1]
  const x = (year: number) => LEFT + ((year - first) / (last - first)) * (width - LEFT - 20)
  const yearAt = (event: PointerEvent) => {
    const box = (svg.current as SVGSVGElement).getBoundingClientRect()
    const at = ((event.clientX - box.left) / box.width) * width
    return Math.round(Math.min(last, Math.max(first, first + ((at - LEFT) / (width - LEFT - 20)) * (last - first))))
  }
  const rows = dated.slice(0, ROWS)
  const height = TOP + rows.length * ROW_HEIGHT + 8
  const span = last - first
  const step = span <= 14 ? 1 : span <= 40 ? 5 : span <= 80 ? 10 : 25
  const ticks = []
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year)
  const range = brush ?? state.filters.value.years
  const [from, to] = range ? [Math.min(...range), Math.max(...range)] : [first, last]
  const set = (a: number, b: number) => {
    if (Number.isFinite(a + b)) state.setFilters({ years: [Math.min(a, b), Math.max(a, b)] })
  }
  return (
    <figure class="timeline">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, with the keyboard too */}
      <section class="timeline-scroll" tabIndex={0} aria-label={words.timeline}>
        <svg
          ref={svg}
          width={width}
          height={height}
          role="img"
          aria-label={words.timeline}
          onPointerDown={(event) => {
            if (event.button !== 0 || (event.target as Element).closest('[data-row]')) return
            const year = yearAt(event)
            event.currentTarget.setPointerCapture(event.pointerId)
            setBrush([year, year])
          }}
          onPointerMove={(event) => brush && setBrush([brush[0], yearAt(event)])}
          onPointerUp={() => {
            if (!brush) return
            if (brush[0] === brush[1]) state.setFilters({ years: null })
            else set(brush[0], brush[1])
            setBrush(null)
          }}
        >
          {range && <rect class="brush" x={x(from)} y={0} width={Math.max(2, x(to) - x(from))} height={height} />}
          {ticks.map((year) => (
            <g key={year} class="tick">
              <line x1={x(year)} x2={x(year)} y1={TOP - 8} y2={height} />
              <text x={x(year)} y={14}>
                {year}
              </text>
            </g>
          ))}
          {rows.map((target, i) => (
            <TimelineRow
              key={target.id}
              target={target}
              y={TOP + i * ROW_HEIGHT + ROW_HEIGHT / 2}
              x={x}
              width={width}
              off={(target.targetYear as number) < from || (target.targetYear as number) > to}
              actor={
                i > 0 && rows[i - 1]?.actor === target.actor
                  ? ''
                  : target.actor === null
                    ? '—'
                    : shorten(labelOf(network, target.actor), 26)
              }
            />
          ))}
        </svg>
      </section>
      <figcaption>
        <span>{words.timelineHelp}</span>
        <YearInputs field="years" range={[first, last]} />
        {state.filters.value.years && (
          <button type="button" class="quiet" onClick={() => state.setFilters({ years: null })}>
            {words.clearYears}
          </button>
        )}
        {dated.length > ROWS && <span>{words.more(dated.length - ROWS)}</span>}
      </figcaption>
    </figure>
  )
}

/** From the baseline over the start to the year in which the target falls due. */
function TimelineRow(props: {
  target: SiteTarget
  y: number
  x(year: number): number
  width: number
  off: boolean
  actor: string
}) {
  const { state, labels } = useApp()
  const { target, y, x } = props
  const due = x(target.targetYear as number)
  const start = target.startYear === null ? null : x(target.startYear)
  const baseline = target.baselineYear === null ? null : x(target.baselineYear)
  const quantity = formatQuantity(target.value, target.unit, state.lang.value)
  const whole = [target.metric || labels.kind[target.kind], quantity].filter(Boolean).join(' · ')
  // After the mark where there is room for it, else before it, else on the wider side, cut.
  const [roomAfter, roomBefore] = [props.width - due - 16, (start ?? baseline ?? due) - 12 - LEFT]
  const wide = whole.length * LETTER
  const before = wide > roomAfter && (wide <= roomBefore || roomBefore > roomAfter)
  const text = shorten(whole, Math.max(6, Math.min(46, Math.floor((before ? roomBefore : roomAfter) / LETTER))))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table below holds the same for the keyboard
    <g
      data-row={target.id}
      class={`timeline-row${props.off ? ' off' : ''}${state.selectedNode.value === target.node ? ' chosen' : ''}`}
      data-status={target.status}
      onClick={() => state.selectNode(target.node)}
      {...lighting(target.node)}
    >
      <rect class="hit" x={0} y={y - ROW_HEIGHT / 2} width={props.width} height={ROW_HEIGHT} />
      <text class="actor" x={178} y={y}>
        {props.actor}
      </text>
      {baseline !== null && <line class="from-baseline" x1={baseline} x2={start ?? due} y1={y} y2={y} />}
      {start !== null && <line class="from-start" x1={start} x2={due} y1={y} y2={y} />}
      {baseline !== null && <circle class="baseline" cx={baseline} cy={y} r={4} />}
      {start !== null && <line class="start" x1={start} x2={start} y1={y - 5} y2={y + 5} />}
      <circle class="due" cx={due} cy={y} r={5.5} />
      {target.contradicts && <circle class="conflict" cx={due} cy={y} r={9} />}
      <text
        class="what"
        x={before ? (start ?? baseline ?? due) - 12 : due + 12}
        y={y}
        text-anchor={before ? 'end' : 'start'}
      >
        {text}
      </text>
    </g>
  )
}

function TargetTable({ targets }: { targets: readonly SiteTarget[] }) {
  const { state, words, labels } = useApp()
  const { network } = state
  const lang = state.lang.value
  const columns: Column<SiteTarget>[] = [
    {
      name: words.actor,
      value: ({ actor }) => (actor === null ? '\uffff' : labelOf(network, actor)),
      cell: ({ actor }) => (actor === null ? <i>{words.noActor}</i> : <NodeLink node={actor} />),
    },
    { name: words.kind, value: ({ kind }) => labels.kind[kind], cell: ({ kind }) => labels.kind[kind] },
    {
      name: words.measure,
      value: ({ metric }) => metric,
      cell: ({ metric, node, kind }) => <NodeLink node={node}>{metric || labels.kind[kind]}</NodeLink>,
    },
    {
      name: words.value,
      numeric: true,
      value: ({ value }) => value ?? Number.NEGATIVE_INFINITY,
      cell: ({ value }) => formatQuantity(value, null, lang) ?? '',
    },
    { name: words.unit, value: ({ unit }) => unit ?? '', cell: ({ unit }) => unit ?? '' },
    {
      name: words.baseline,
      numeric: true,
      value: ({ baselineYear }) => baselineYear ?? 0,
      cell: ({ baselineYear }) => baselineYear ?? '',
    },
    {
      name: words.deadline,
      numeric: true,
      value: ({ targetYear }) => targetYear ?? 9999,
      cell: ({ targetYear }) => targetYear ?? '',
    },
    { name: words.scope, value: ({ scope }) => scope ?? '', cell: ({ scope }) => scope ?? '' },
    {
      name: words.status,
      value: ({ status }) => labels.status[status],
      cell: ({ status, contradicts }) => (
        <>
          {labels.status[status]}
          {contradicts && <span class="contradiction"> {words.contradiction}</span>}
        </>
      ),
    },
    {
      name: words.missing,
      value: ({ missing }) => missing.length,
      cell: ({ missing }) => missing.map((field) => labels.field[field]).join(', '),
    },
    {
      name: words.quote,
      value: ({ passages }) => passages[0]?.exact ?? '',
      cell: ({ passages, actor }) =>
        passages[0] ? <Passage passage={passages[0]} ends={actor === null ? [] : [actor]} /> : null,
    },
  ]
  return (
    <SortableTable
      caption={words.targets}
      columns={columns}
      rows={targets}
      keyOf={({ id }) => id}
      initial={{ column: 6, descending: false }}
      rowProps={({ node }) => ({ 'aria-current': state.selectedNode.value === node ? 'true' : undefined })}
    />
  )
}
