import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { DocumentAnalysis, Message, TargetStatus } from '../model.ts'
import { connect } from './connect.ts'
import { analysisOf, type FixtureRelation, type FixtureTarget } from './fixture.ts'
import { readCuration } from './read-curation.ts'

const TEXT =
  'Velmont a rejoint Énergie 200. Velmont rejoindra Énergie 200. Velmont et Sarlat sont partenaires. ' +
  'Velmont vise la neutralité carbone en 2040. Velmont réduira ses émissions de 42 % en 2030. Sarlat aussi.'

function document(
  id: string,
  statements: { relations?: FixtureRelation[]; targets?: FixtureTarget[] },
  date?: string,
): DocumentAnalysis {
  return analysisOf({
    id,
    text: [TEXT],
    entities: [
      { names: ['Velmont'], category: 'organization' },
      { names: ['Sarlat'], category: 'organization' },
      { names: ['Énergie 200'], category: 'initiative' },
    ],
    ...statements,
    ...(date === undefined ? {} : { date }),
  })
}

function run(analyses: readonly DocumentAnalysis[], yaml = '') {
  const messages: (Pick<Message, 'reason' | 'line' | 'ruleId'> & { path: string })[] = []
  const curation = readCuration(new VFile({ path: 'entities.yml', value: yaml }))
  const knowledge = connect({ curation, generator: { version: '0', configHash: '' } })(
    analyses,
    (path, { reason, line, ruleId }) => messages.push({ path, reason, line, ruleId }),
  )
  return { ...knowledge, messages }
}

const joined: FixtureRelation = {
  subject: 'Velmont',
  predicate: 'memberOf',
  object: 'Énergie 200',
  says: 'Velmont a rejoint Énergie 200',
}

describe('relations', () => {
  it('merges what says the same, with all passages and extractors', () => {
    const [a, b] = [
      document('a', { relations: [joined, { ...joined, extractor: 'other@2', confidence: 0.6, label: 'autre' }] }),
      document('b', { relations: [{ ...joined, label: 'a rejoint', confidence: 0.9, qualifiers: { start: '2019' } }] }),
    ]
    const { relations } = run([a, b])
    expect(relations.length).toBe(1)
    expect(relations[0]).toMatchObject({
      label: 'a rejoint',
      confidence: 0.9,
      qualifiers: { title: null, start: '2019', end: null },
      extractors: ['fixture@1', 'other@2'],
    })
    expect(relations[0]?.evidence.map(({ document, extractors }) => [document, extractors])).toEqual([
      ['a', ['fixture@1', 'other@2']],
      ['b', ['fixture@1']],
    ])
  })

  it('keeps polarity and modality apart', () => {
    const { relations } = run([
      document('a', {
        relations: [
          joined,
          { ...joined, modality: 'planned', says: 'Velmont rejoindra Énergie 200' },
          { ...joined, polarity: 'negative' },
        ],
      }),
    ])
    expect(relations.map(({ polarity, modality }) => `${polarity} ${modality}`).sort()).toEqual([
      'negative asserted',
      'positive asserted',
      'positive planned',
    ])
    expect(new Set(relations.map(({ id }) => id)).size).toBe(3)
  })

  it('stores a symmetric one once, ends in id order, and drops one of an entity with itself', () => {
    const partner: FixtureRelation = {
      subject: 'Velmont',
      predicate: 'partnerOf',
      object: 'Sarlat',
      says: 'Velmont et Sarlat sont partenaires',
    }
    const { relations } = run([
      document('a', {
        relations: [partner, { ...partner, subject: 'Sarlat', object: 'Velmont' }, { ...partner, object: 'Velmont' }],
      }),
    ])
    expect(relations.map(({ subject, object }) => [subject, object])).toEqual([
      ['organization/sarlat', 'organization/velmont'],
    ])
    expect(relations[0]?.evidence.length).toBe(1)
  })

  it('gives the same id to the same relation in another corpus', () => {
    const id = (analyses: DocumentAnalysis[]) => run(analyses).relations[0]?.id
    expect(id([document('x', { relations: [joined] })])).toBe(
      id([document('a', { relations: [joined] }), document('b', {})]),
    )
  })

  it('loses those whose end is ignored', () => {
    expect(run([document('a', { relations: [joined] })], 'ignore: [Énergie 200]').relations).toEqual([])
  })
})

const neutral: FixtureTarget = {
  actor: 'Velmont',
  kind: 'carbon-neutrality',
  metric: 'neutralité carbone',
  targetYear: 2040,
  missing: ['baselineYear', 'scope'],
  says: 'Velmont vise la neutralité carbone en 2040',
}
const reduction: FixtureTarget = {
  actor: 'Velmont',
  kind: 'emissions-reduction',
  metric: 'émissions de CO2',
  direction: 'reduce',
  value: 42,
  unit: '%',
  targetYear: 2030,
  says: 'Velmont réduira ses émissions de 42 % en 2030',
}

describe('targets', () => {
  const shape = (
    targets: readonly { value: number | null; targetYear: number | null; evidence: readonly unknown[] }[],
  ) => targets.map(({ value, targetYear, evidence }) => [value, targetYear, evidence.length]).sort()

  it.each<[string, FixtureTarget[], FixtureTarget[], (number | null)[][]]>([
    ['the same twice', [neutral], [neutral], [[null, 2040, 2]]],
    ['a fuller one and a bare one', [{ ...neutral, baselineYear: 2019 }], [neutral], [[null, 2040, 2]]],
    [
      'one for the whole and one for a part',
      [{ ...neutral, scope: 'production' }],
      [neutral],
      [
        [null, 2040, 1],
        [null, 2040, 1],
      ],
    ],
    ['other words for the same metric', [reduction], [{ ...reduction, metric: 'émissions' }], [[42, 2030, 2]]],
    ['one without its year', [reduction], [{ ...reduction, targetYear: null }], [[42, 2030, 2]]],
    [
      'two years',
      [neutral],
      [{ ...neutral, targetYear: 2050 }],
      [
        [null, 2040, 1],
        [null, 2050, 1],
      ],
    ],
    [
      'two milestones',
      [reduction],
      [{ ...reduction, value: 90, targetYear: 2040 }],
      [
        [42, 2030, 1],
        [90, 2040, 1],
      ],
    ],
    [
      'two scopes',
      [{ ...neutral, scope: 'production' }],
      [{ ...neutral, scope: 'transport' }],
      [
        [null, 2040, 1],
        [null, 2040, 1],
      ],
    ],
    [
      'two units',
      [reduction],
      [{ ...reduction, unit: 't' }],
      [
        [42, 2030, 1],
        [42, 2030, 1],
      ],
    ],
    [
      'another metric',
      [{ ...reduction, kind: 'other', metric: 'eau' }],
      [{ ...reduction, kind: 'other', metric: 'plastique' }],
      [
        [42, 2030, 1],
        [42, 2030, 1],
      ],
    ],
    [
      'another actor',
      [neutral],
      [{ ...neutral, actor: 'Sarlat' }],
      [
        [null, 2040, 1],
        [null, 2040, 1],
      ],
    ],
    [
      'nobody in two documents',
      [{ ...neutral, actor: null }],
      [{ ...neutral, actor: null }],
      [
        [null, 2040, 1],
        [null, 2040, 1],
      ],
    ],
    // It could repeat either.
    [
      'a bare one beside two that differ',
      [
        { ...neutral, value: 1, unit: 't' },
        { ...neutral, value: 2, unit: 't' },
      ],
      [neutral],
      [
        [1, 2040, 1],
        [2, 2040, 1],
        [null, 2040, 1],
      ],
    ],
  ])('%s', (_, first, second, expected) => {
    const { targets } = run([document('a', { targets: first }), document('b', { targets: second })])
    expect(shape(targets)).toEqual([...expected].sort())
    expect(new Set(targets.map(({ id }) => id)).size).toBe(targets.length)
  })

  it('is missing only what no passage gives', () => {
    const { targets } = run([
      document('a', { targets: [neutral] }),
      document('b', { targets: [{ ...neutral, baselineYear: 2019, missing: ['scope'] }] }),
    ])
    expect(targets.map(({ baselineYear, missing }) => [baselineYear, missing])).toEqual([[2019, ['scope']]])
  })

  it.each<[string, TargetStatus, string, TargetStatus, string, TargetStatus]>([
    ['the later document', 'announced', '2021', 'withdrawn', '2024-02', 'withdrawn'],
    ['the later document, read first', 'in-progress', '2024', 'announced', '2021-05-01', 'in-progress'],
    ['of one date, what is further', 'announced', '2024', 'achieved', '2024', 'achieved'],
  ])('has the status of %s', (_, first, firstDate, second, secondDate, expected) => {
    const { targets } = run([
      document('a', { targets: [{ ...neutral, status: first }] }, firstDate),
      document('b', { targets: [{ ...neutral, status: second }] }, secondDate),
    ])
    expect(targets.map(({ status }) => status)).toEqual([expected])
  })

  it('reports two open dates for one thing, where the later one stands', () => {
    const later = { ...neutral, targetYear: 2050 }
    const report = (other: FixtureTarget) =>
      run([document('a', { targets: [neutral] }), document('b', { targets: [other] })]).messages.filter(
        ({ ruleId }) => ruleId === 'contradictory-targets',
      )
    expect(report(later)).toMatchObject([{ path: 'articles/b.md', line: 1 }])
    expect(report(later)[0]?.reason).toMatch(/2050 here, 2040 in articles\/a\.md:1: “.+”, “.+”$/)
    expect(report({ ...later, status: 'superseded' })).toEqual([])
    expect(report({ ...later, scope: 'transport' })).toEqual([])
  })

  it('is the same whatever the order of claims', () => {
    const claim = fc
      .record({
        targetYear: fc.constantFrom(null, 2030, 2040),
        value: fc.constantFrom(null, 42, 90),
        scope: fc.constantFrom(null, 'production'),
        metric: fc.constantFrom('émissions', 'émissions de CO2', 'eau'),
        actor: fc.constantFrom('Velmont', null),
      })
      .map((fields): FixtureTarget => ({ ...reduction, ...fields, unit: fields.value === null ? null : '%' }))
    const corpus = fc.array(fc.array(claim, { maxLength: 4 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(corpus, (documents) => {
        const analyses = documents.map((targets, i) => document(`d${i}`, { targets }))
        const { targets } = run(analyses)
        expect(run([...analyses].reverse()).targets).toEqual(targets)
        expect(new Set(targets.map(({ id }) => id)).size).toBe(targets.length)
        for (const { evidence } of targets) expect(evidence.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('corrections', () => {
  const corpus = [document('a', { relations: [joined], targets: [neutral, reduction] })]
  const member = 'subject: Velmont, predicate: memberOf, object: Énergie 200'

  it('confirms, rejects and amends relations', () => {
    const relations = (yaml: string) => run(corpus, `relations: [{ ${yaml} }]`).relations
    expect(relations(`verdict: confirm, ${member}`)).toMatchObject([{ predicate: 'memberOf', confidence: 1 }])
    expect(relations(`verdict: reject, ${member}`)).toEqual([])
    expect(relations(`verdict: reject, ${member}, quote: autre chose`)).toMatchObject([{ confidence: 0.8 }])
    expect(
      relations(`verdict: amend, ${member}, change: { subject: Sarlat, predicate: partnerOf, object: Velmont }`),
    ).toMatchObject([
      { subject: 'organization/sarlat', predicate: 'partnerOf', object: 'organization/velmont', confidence: 1 },
    ])
  })

  it('finds a quote again after a small edit', () => {
    const yaml = `relations: [{ verdict: reject, ${member}, quote: "Velmont avait rejoint Énergie 200. Velmont rejoindra" }]`
    expect(run(corpus, yaml).relations).toEqual([])
  })

  it('confirms, rejects and amends targets', () => {
    const targets = (yaml: string) => run(corpus, `targets: [{ ${yaml} }]`).targets
    const years = (yaml: string) =>
      targets(yaml)
        .map(({ targetYear }) => targetYear)
        .sort()
    expect(years('verdict: reject, actor: Velmont, kind: carbon-neutrality')).toEqual([2030])
    expect(years('verdict: reject, value: 42')).toEqual([2040])
    expect(years('verdict: amend, kind: carbon-neutrality, change: { targetYear: 2045 }')).toEqual([2030, 2045])
    const [amended] = targets(
      'verdict: amend, kind: carbon-neutrality, change: { scope: production, status: achieved }',
    ).filter(({ kind }) => kind === 'carbon-neutrality')
    expect(amended).toMatchObject({ scope: 'production', status: 'achieved', missing: ['baselineYear'], confidence: 1 })
  })

  it.each([
    [
      'relations: [{ verdict: reject, subject: Velmont, predicate: partnerOf, object: Énergie 200 }]',
      'Unexpected relation “Velmont partnerOf Énergie 200”, no text states it; the nearest is “Velmont memberOf Énergie 200”',
      1,
    ],
    [
      'relations:\n- { verdict: reject, subject: Velmon, predicate: partnerOf, object: Énergie 200 }',
      'Unexpected “Velmon”, no text names it; the nearest is “Velmont”',
      2,
    ],
    [
      'targets:\n\n- { verdict: reject, actor: Velmont, kind: carbon-neutrality, targetYear: 2035 }',
      'Unexpected target “Velmont, carbon-neutrality, 2035”, no text states it; the nearest is “Velmont, carbon-neutrality, 2040”',
      3,
    ],
  ])('reports what no longer applies: %s', (yaml, reason, line) => {
    expect(run(corpus, yaml).messages).toContainEqual({ path: 'entities.yml', ruleId: 'unused-curation', reason, line })
  })
})
