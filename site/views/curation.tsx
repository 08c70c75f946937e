import { render } from 'preact'
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import {
  CATEGORIES,
  type Category,
  PREDICATES,
  type Predicate,
  TARGET_KINDS,
  TARGET_STATUSES,
  type TargetKind,
  type TargetStatus,
} from '../../pipeline/model.ts'
import { EDGE_RELATIONS, type SiteTarget, type TargetShard } from '../data.ts'
import { LABELS } from '../labels.ts'
import { categoryOf, edgesOf, labelOf } from '../network.ts'
import { register } from '../register.ts'
import type { State } from '../state.ts'
import {
  type Edit,
  formatPatch,
  keyOfEdit,
  type RelationKey,
  type TargetAmendment,
  type Verdict,
} from './curation-patch.ts'
import {
  EditList,
  type Followed,
  mentionAt,
  Names,
  type PickedMention,
  relationKey,
  targetKey,
} from './curation-state.ts'
import { CURATION_WORDS } from './curation-words.ts'

/** What the page hands to this script, which is loaded when somebody asks for it. */
export interface CurationHost {
  state: State
  loadTargets(): Promise<TargetShard>
  onClose(): void
}

/** Opens the panel; returns what closes it. */
export type OpenCuration = (host: CurationHost) => () => void

const open: OpenCuration = (host) => {
  const place = document.createElement('div')
  place.className = 'curation-place'
  document.querySelector('.explorer')?.append(place)
  const { site } = host.state.network
  render(<Panel host={host} names={new Names(host.state.network)} edits={new EditList(site.title)} />, place)
  return () => {
    render(null, place)
    place.remove()
  }
}

register('curation', open)

interface Context {
  host: CurationHost
  names: Names
  edits: EditList
}

function useFollowed<T>(followed: Followed<T>): T {
  const [value, setValue] = useState(() => followed.peek())
  useEffect(() => followed.subscribe((next) => setValue(() => next)), [followed])
  return value
}

function useWords({ host }: Context) {
  const lang = useFollowed(host.state.lang)
  return { words: CURATION_WORDS[lang], labels: LABELS[lang], lang }
}

function Panel(context: Context) {
  const { host, edits } = context
  const { words, lang } = useWords(context)
  const list = useFollowed(edits)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="curation" aria-labelledby="curation-title" lang={lang}>
      <header>
        <h2 id="curation-title" tabIndex={-1} ref={heading}>
          {words.title}
        </h2>
        <span class="curation-count">{words.collected(list.length)}</span>
        <button type="button" class="icon-button" aria-label={words.close} title={words.close} onClick={host.onClose}>
          <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" />
          </svg>
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, with the keyboard too */}
      <div class="curation-body" tabIndex={0}>
        <Subject {...context} />
        {list.length > 0 && <Collected {...context} list={list} />}
      </div>
    </section>
  )
}

/** Forms for what is selected, and for the mention that was picked in the article. */
function Subject(context: Context) {
  const { host } = context
  const { network } = host.state
  const { words } = useWords(context)
  const selection = useFollowed(host.state.selection)
  const mention = usePickedMention(context)
  if (selection === null) return <p class="curation-lead">{words.lead}</p>
  if ('edge' in selection) {
    return selection.edge < network.site.relations ? (
      <RelationRow key={`e${selection.edge}`} {...context} edge={selection.edge} />
    ) : (
      <p class="curation-lead">{words.lead}</p>
    )
  }
  const { node } = selection
  const category = categoryOf(network, node)
  if (category === 'document') return <p class="curation-lead">{words.notHere}</p>
  if (category === 'target') return <Targets key={node} {...context} of={(target) => target.node === node} />
  return (
    <>
      {mention !== null && mention.node === node && <MentionForm key={mention.quote} {...context} mention={mention} />}
      <EntityForm key={node} {...context} node={node} />
    </>
  )
}

function usePickedMention({ host }: Context): PickedMention | null {
  const [mention, setMention] = useState<PickedMention | null>(null)
  useEffect(() => {
    const { reading, network } = host.state
    const onPick = (event: Event) => {
      const read = reading.peek()
      const article = read && network.site.documents[read.document]
      if (!(event.target instanceof Element) || !article || !event.target.closest('.reader')) return
      if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return
      setMention(mentionAt(event.target, article.path, article.lang))
    }
    document.addEventListener('click', onPick, true)
    document.addEventListener('keydown', onPick, true)
    return () => {
      document.removeEventListener('click', onPick, true)
      document.removeEventListener('keydown', onPick, true)
    }
  }, [host])
  return mention
}

// ── entities ──

function EntityForm(context: Context & { node: number }) {
  const { host, names, edits, node } = context
  const { network } = host.state
  const { words, labels } = useWords(context)
  const list = useFollowed(edits)
  const of = names.reference(node)
  const label = labelOf(network, node)
  const said = (kind: Edit['kind']) =>
    list.find((edit) => edit.kind === kind && JSON.stringify(edit.of) === JSON.stringify(of))
  const renamed = said('label')
  const moved = said('category')
  const add = useNote(context)
  const relations = [...edgesOf(network, node)].filter((e) => e < network.site.relations)
  return (
    <>
      <h3 class="curation-subject" data-category={categoryOf(network, node)}>
        <bdi>{label}</bdi>
      </h3>
      <LineForm
        label={words.label}
        action={words.rename}
        initial={renamed?.kind === 'label' ? renamed.label : label}
        onSubmit={(text) => text !== label && add({ kind: 'label', of, label: text })}
      />
      <Choice
        label={words.category}
        value={moved?.kind === 'category' ? moved.category : (categoryOf(network, node) as Category)}
        values={CATEGORIES}
        name={(category) => labels.category[category].one}
        onChange={(category) => add({ kind: 'category', of, category })}
      />
      <LineForm
        label={words.alias}
        action={words.addAlias}
        initial=""
        onSubmit={(alias) => add({ kind: 'alias', of, alias })}
      />
      <IdentityForm {...context} node={node} />
      <p class="curation-row">
        <Toggle context={context} edit={{ kind: 'ignore', of }}>
          {words.ignore}
        </Toggle>
      </p>
      {relations.length > 0 && (
        <section>
          <h3>{words.relations}</h3>
          {relations.slice(0, 40).map((edge) => (
            <RelationRow key={edge} {...context} edge={edge} />
          ))}
        </section>
      )}
      <Targets {...context} of={(target) => target.actor === node} />
    </>
  )
}

function IdentityForm(context: Context & { node: number }) {
  const { names, node } = context
  const { words } = useWords(context)
  const [typed, setTyped] = useState('')
  const [isUnknown, setUnknown] = useState(false)
  const add = useNote(context)
  const id = useId()
  const suggestions = useMemo(() => (typed.trim() === '' ? [] : names.suggest(typed, node)), [names, typed, node])
  const judge = (kind: 'same' | 'different') => {
    const other = names.byTitle(typed)
    setUnknown(other === null)
    if (other === null || other === node) return
    add({ kind, of: names.reference(node), other: names.reference(other) })
    setTyped('')
  }
  return (
    <div class="curation-field">
      <label for={id}>{words.other}</label>
      <input
        id={id}
        list={`${id}-list`}
        autocomplete="off"
        value={typed}
        aria-invalid={isUnknown}
        aria-describedby={isUnknown ? `${id}-error` : undefined}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setUnknown(false)
        }}
      />
      <datalist id={`${id}-list`}>
        {suggestions.map((title) => (
          <option key={title} value={title} />
        ))}
      </datalist>
      <p class="curation-row">
        <button type="button" class="curation-button" disabled={typed.trim() === ''} onClick={() => judge('same')}>
          {words.same}
        </button>
        <button type="button" class="curation-button" disabled={typed.trim() === ''} onClick={() => judge('different')}>
          {words.different}
        </button>
      </p>
      {isUnknown && (
        <p id={`${id}-error`} class="curation-error" role="alert">
          {words.unknown}
        </p>
      )}
    </div>
  )
}

function MentionForm(context: Context & { mention: PickedMention }) {
  const { host, names, mention } = context
  const { words, labels } = useWords(context)
  const { node, document, exact, quote } = mention
  const current = categoryOf(host.state.network, node) as Category
  const [category, setCategory] = useState(current)
  const [label, setLabel] = useState('')
  const add = useNote(context)
  const at = quote.indexOf(exact)
  return (
    <form
      class="curation-mention"
      onSubmit={(event) => {
        event.preventDefault()
        add({
          kind: 'split',
          of: names.reference(node),
          mention: { name: exact, document, quote },
          ...(category === current ? {} : { category }),
          ...(label.trim() === '' ? {} : { label: label.trim() }),
        })
      }}
    >
      <h3>{words.mention}</h3>
      <blockquote dir="auto">
        {at < 0 ? (
          quote
        ) : (
          <>
            {quote.slice(0, at)}
            <mark data-category={current}>{exact}</mark>
            {quote.slice(at + exact.length)}
          </>
        )}
      </blockquote>
      <Choice
        label={words.category}
        value={category}
        values={CATEGORIES}
        name={(value) => labels.category[value].one}
        onChange={(value) => setCategory(value)}
      />
      <Field label={words.splitLabel} value={label} onInput={setLabel} />
      <button type="submit" class="curation-button">
        {words.split}
      </button>
    </form>
  )
}

// ── statements ──

function RelationRow(context: Context & { edge: number }) {
  const { host, names, edge } = context
  const { network } = host.state
  const { words, labels } = useWords(context)
  const [isOpen, setOpen] = useState(false)
  const of = relationKey(network, names, edge)
  const { source, target } = network.site.edges
  return (
    <div class="curation-statement">
      <p>
        <bdi>{labelOf(network, source[edge] as number)}</bdi> <em>{labels.relation[of.predicate].forward}</em>{' '}
        <bdi>{labelOf(network, target[edge] as number)}</bdi>
      </p>
      <Verdicts context={context} kind="relation" of={of} isOpen={isOpen} onAmend={() => setOpen(!isOpen)} />
      {isOpen && (
        <RelationForm
          context={context}
          edge={edge}
          of={of}
          words={words}
          onDone={() => setOpen(false)}
          predicate={(value) => labels.relation[value].forward}
        />
      )}
    </div>
  )
}

function RelationForm(props: {
  context: Context
  edge: number
  of: RelationKey
  words: (typeof CURATION_WORDS)['fr']
  predicate(value: Predicate): string
  onDone(): void
}) {
  const { context, edge, of, words } = props
  const { host, names } = context
  const { source, target, relation } = host.state.network.site.edges
  const before = {
    subject: names.title(source[edge] as number),
    predicate: EDGE_RELATIONS[relation[edge] as number] as Predicate,
    object: names.title(target[edge] as number),
    title: '',
  }
  const [fields, setFields] = useState(before)
  const add = useNote(context)
  const set = (change: Partial<typeof before>) => setFields({ ...fields, ...change })
  const [subject, object] = [names.byTitle(fields.subject), names.byTitle(fields.object)]
  const submit = (event: Event) => {
    event.preventDefault()
    if (subject === null || object === null) return
    const change = {
      ...(fields.subject === before.subject ? {} : { subject: names.reference(subject) }),
      ...(fields.predicate === before.predicate ? {} : { predicate: fields.predicate }),
      ...(fields.object === before.object ? {} : { object: names.reference(object) }),
      ...(fields.title.trim() === '' ? {} : { title: fields.title.trim() }),
    }
    if (Object.keys(change).length > 0) add({ kind: 'relation', verdict: 'amend', of, change })
    props.onDone()
  }
  return (
    <form class="curation-form" onSubmit={submit}>
      <Field names={names} label={words.subject} value={fields.subject} onInput={(value) => set({ subject: value })} />
      <Choice
        label={words.predicate}
        value={fields.predicate}
        values={PREDICATES}
        name={props.predicate}
        onChange={(value) => set({ predicate: value })}
      />
      <Field names={names} label={words.object} value={fields.object} onInput={(value) => set({ object: value })} />
      <Field label={words.role} value={fields.title} onInput={(value) => set({ title: value })} />
      {(subject === null || object === null) && (
        <p class="curation-error" role="alert">
          {words.unknown}
        </p>
      )}
      <button type="submit" class="curation-button" disabled={subject === null || object === null}>
        {words.apply}
      </button>
    </form>
  )
}

function Targets(context: Context & { of(target: SiteTarget): boolean }) {
  const { host } = context
  const { words } = useWords(context)
  const [targets, setTargets] = useState<TargetShard>([])
  useEffect(() => {
    let wanted = true
    host.loadTargets().then(
      (all) => wanted && setTargets(all),
      // The record beside it says that it did not load, and offers to try again.
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [host])
  const own = targets.filter(context.of)
  if (own.length === 0) return null
  return (
    <section>
      <h3>{words.targets}</h3>
      {own.map((target) => (
        <TargetRow key={target.id} context={context} target={target} all={targets} />
      ))}
    </section>
  )
}

function TargetRow({ context, target, all }: { context: Context; target: SiteTarget; all: TargetShard }) {
  const { host, names } = context
  const [isOpen, setOpen] = useState(false)
  const of = useMemo(() => targetKey(names, target, all), [names, target, all])
  return (
    <div class="curation-statement">
      <p>
        {target.actor !== null && (
          <>
            <bdi>{labelOf(host.state.network, target.actor)}</bdi> ·{' '}
          </>
        )}
        {labelOf(host.state.network, target.node)}
      </p>
      <Verdicts context={context} kind="target" of={of} isOpen={isOpen} onAmend={() => setOpen(!isOpen)} />
      {isOpen && <TargetForm context={context} target={target} of={of} onDone={() => setOpen(false)} />}
    </div>
  )
}

const NUMBERS = ['value', 'baselineYear', 'targetYear'] as const
const TEXTS = ['metric', 'unit', 'scope'] as const

function TargetForm(props: { context: Context; target: SiteTarget; of: ReturnType<typeof targetKey>; onDone(): void }) {
  const { context, target, of } = props
  const { names } = context
  const { words, labels } = useWords(context)
  const actorBefore = target.actor === null ? '' : names.title(target.actor)
  const [actor, setActor] = useState(actorBefore)
  const [kind, setKind] = useState<TargetKind>(target.kind)
  const [status, setStatus] = useState<TargetStatus>(target.status)
  const [fields, setFields] = useState<Record<string, string>>(() =>
    Object.fromEntries([...NUMBERS, ...TEXTS].map((name) => [name, String(target[name] ?? '')])),
  )
  const add = useNote(context)
  const actorNode = actor.trim() === '' ? null : names.byTitle(actor)
  const isUnknown = actor.trim() !== '' && actorNode === null
  const submit = (event: Event) => {
    event.preventDefault()
    if (isUnknown) return
    const change: TargetAmendment = {
      ...(actor === actorBefore ? {} : { actor: actorNode === null ? null : names.reference(actorNode) }),
      ...(kind === target.kind ? {} : { kind }),
      ...(status === target.status ? {} : { status }),
    }
    for (const name of NUMBERS) {
      const text = (fields[name] ?? '').trim()
      const number = text === '' ? null : Number(text.replace(',', '.'))
      if (number !== target[name] && !Number.isNaN(number)) change[name] = number
    }
    for (const name of TEXTS) {
      const text = (fields[name] ?? '').trim()
      if (text === (target[name] ?? '')) continue
      if (name !== 'metric') change[name] = text === '' ? null : text
      else if (text !== '') change.metric = text
    }
    if (Object.keys(change).length > 0) add({ kind: 'target', verdict: 'amend', of, change })
    props.onDone()
  }
  return (
    <form class="curation-form" onSubmit={submit}>
      <Field names={names} label={words.actor} value={actor} placeholder={words.nobody} onInput={setActor} />
      {isUnknown && (
        <p class="curation-error" role="alert">
          {words.unknown}
        </p>
      )}
      <Choice
        label={words.kind}
        value={kind}
        values={TARGET_KINDS}
        name={(value) => labels.kind[value]}
        onChange={(value) => setKind(value)}
      />
      <Choice
        label={words.status}
        value={status}
        values={TARGET_STATUSES}
        name={(value) => labels.status[value]}
        onChange={(value) => setStatus(value)}
      />
      {(
        [
          ...TEXTS.slice(0, 1),
          ...NUMBERS.slice(0, 1),
          ...TEXTS.slice(1, 2),
          ...NUMBERS.slice(1),
          ...TEXTS.slice(2),
        ] as const
      ).map((name) => (
        <Field
          key={name}
          label={words[name]}
          value={fields[name] ?? ''}
          numeric={NUMBERS.some((number) => number === name)}
          onInput={(value) => setFields({ ...fields, [name]: value })}
        />
      ))}
      <button type="submit" class="curation-button" disabled={isUnknown}>
        {words.apply}
      </button>
    </form>
  )
}

/** Confirm, reject, amend; pressed where that is the verdict, and to be taken back by pressing again. */
function Verdicts(props: {
  context: Context
  kind: 'relation' | 'target'
  of: object
  isOpen: boolean
  onAmend(): void
}) {
  const { context, kind, of, isOpen, onAmend } = props
  const { words } = useWords(context)
  const list = useFollowed(context.edits)
  const edit = (verdict: Verdict) => ({ kind, verdict, of }) as Edit
  const key = keyOfEdit(edit('confirm'))
  const known = list.find((other) => keyOfEdit(other) === key)
  return (
    <p class="curation-row">
      {(['confirm', 'reject'] as const).map((verdict) => (
        <Toggle key={verdict} context={context} edit={edit(verdict)} verdict={verdict}>
          {words[verdict]}
        </Toggle>
      ))}
      <button
        type="button"
        class="curation-button"
        aria-expanded={isOpen}
        data-noted={known !== undefined && 'change' in known}
        onClick={onAmend}
      >
        {words.amend}
      </button>
    </p>
  )
}

// ── what was collected ──

function Collected(context: Context & { list: readonly Edit[] }) {
  const { edits, list } = context
  const { words } = useWords(context)
  const describe = useDescribe(context)
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  const text = formatPatch(list)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const say = useSay(context)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('yes')
      say(words.copied)
    } catch {
      // Pages opened from a file, and readers who said no.
      field.current?.select()
      setCopied('refused')
      say(words.copyFailed)
    }
  }
  return (
    <section class="curation-collected">
      <h3>{words.collected(list.length)}</h3>
      {!edits.isKept && <p class="curation-error">{words.kept}</p>}
      <ul>
        {list.map((edit) => (
          <li key={keyOfEdit(edit)}>
            <span>{describe(edit)}</span>
            <button
              type="button"
              class="icon-button"
              aria-label={words.undo(describe(edit))}
              title={words.undo(describe(edit))}
              onClick={() => {
                edits.remove(edit)
                say(words.undone(describe(edit)))
              }}
            >
              <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
                <path d="M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H7" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
      <label for={id}>{words.patch}</label>
      <textarea
        id={id}
        ref={field}
        class="curation-patch"
        readOnly
        spellcheck={false}
        rows={Math.min(12, text.split('\n').length)}
        value={text}
      />
      <p class="curation-row">
        <button type="button" class="curation-button primary" onClick={copy}>
          {copied === 'yes' ? words.copied : words.copy}
        </button>
        <button type="button" class="curation-button" onClick={() => download(text)}>
          {words.download}
        </button>
        <button type="button" class="curation-button" onClick={() => edits.clear()}>
          {words.clear}
        </button>
      </p>
      {copied === 'refused' && <p class="curation-error">{words.copyFailed}</p>}
      <p class="curation-help">{words.patchHelp}</p>
    </section>
  )
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'corrections.yml'
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}

function useDescribe(context: Context): (edit: Edit) => string {
  const { words, labels } = useWords(context)
  const nameOf = (of: unknown): string =>
    typeof of === 'string' ? of : typeof of === 'object' && of !== null && 'name' in of ? String(of.name) : '–'
  return (edit) => {
    const { describe } = words
    switch (edit.kind) {
      case 'label':
        return describe.label(nameOf(edit.of), edit.label)
      case 'category':
        return describe.category(nameOf(edit.of), labels.category[edit.category].one)
      case 'alias':
        return describe.alias(nameOf(edit.of), edit.alias)
      case 'ignore':
        return describe.ignore(nameOf(edit.of))
      case 'same':
      case 'different':
        return describe[edit.kind](nameOf(edit.of), nameOf(edit.other))
      case 'split':
        return describe.split(nameOf(edit.mention))
      case 'relation': {
        const { subject, predicate, object } = edit.of
        return describe[edit.verdict](`${nameOf(subject)} ${labels.relation[predicate].forward} ${nameOf(object)}`)
      }
      case 'target': {
        const { actor, kind, value, targetYear } = edit.of
        const parts = [actor === undefined ? null : nameOf(actor), labels.kind[kind], value, targetYear]
        return describe[edit.verdict](parts.filter((part) => part != null).join(' · '))
      }
    }
  }
}

// ── parts ──

function useSay({ host }: Context): (text: string) => void {
  return (text) => {
    host.state.status.value = text
  }
}

/** Adds an edit, and says so to those who do not see the list grow. */
function useNote(context: Context): (edit: Edit) => void {
  const { words } = useWords(context)
  const describe = useDescribe(context)
  const say = useSay(context)
  return (edit) => {
    context.edits.add(edit)
    say(words.noted(describe(edit)))
  }
}

function Toggle(props: { context: Context; edit: Edit; verdict?: Verdict; children: string }) {
  const { context, edit, verdict } = props
  const list = useFollowed(context.edits)
  const add = useNote(context)
  const key = keyOfEdit(edit)
  const known = list.find((other) => keyOfEdit(other) === key)
  const isPressed = known !== undefined && (verdict === undefined || ('verdict' in known && known.verdict === verdict))
  return (
    <button
      type="button"
      class="curation-button"
      data-verdict={verdict}
      aria-pressed={isPressed}
      onClick={() => (isPressed ? context.edits.remove(edit) : add(edit))}
    >
      {props.children}
    </button>
  )
}

function LineForm(props: { label: string; action: string; initial: string; onSubmit(text: string): void }) {
  const [text, setText] = useState(props.initial)
  useEffect(() => setText(props.initial), [props.initial])
  return (
    <form
      class="curation-line"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') return
        props.onSubmit(text.trim())
        if (props.initial === '') setText('')
      }}
    >
      <Field label={props.label} value={text} onInput={setText} />
      <button type="submit" class="curation-button">
        {props.action}
      </button>
    </form>
  )
}

function Field(props: {
  label: string
  value: string
  placeholder?: string
  numeric?: boolean
  /** Names to suggest. */
  names?: Names
  onInput(value: string): void
}) {
  const { label, value, placeholder, numeric = false, names } = props
  const id = useId()
  const suggestions = names && value.trim() !== '' ? names.suggest(value, -1) : []
  return (
    <div class="curation-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={value}
        autocomplete="off"
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(numeric ? { inputMode: 'decimal' as const } : {})}
        {...(names ? { list: `${id}-list` } : {})}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      {names && (
        <datalist id={`${id}-list`}>
          {suggestions.map((title) => (
            <option key={title} value={title} />
          ))}
        </datalist>
      )}
    </div>
  )
}

function Choice<T extends string>(props: {
  label: string
  value: T
  values: readonly T[]
  name(value: T): string
  onChange(value: T): void
}) {
  const id = useId()
  return (
    <div class="curation-field">
      <label for={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={(event) => props.onChange(event.currentTarget.value as T)}>
        {props.values.map((value) => (
          <option key={value} value={value}>
            {props.name(value)}
          </option>
        ))}
      </select>
    </div>
  )
}
