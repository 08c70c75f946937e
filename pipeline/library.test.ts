import { expect, expectTypeOf, test } from 'vitest'
import {
  type Artifact,
  analyzeText,
  connectTexts,
  type DocumentAnalysis,
  defineConfig,
  explain,
  exportTexts,
  type Knowledge,
  type MaillageConfig,
} from './library.ts'

const FIRST = analyzeText(
  '# Acier\n\nJeanne Morel dirige les Aciéries du Nord. Elles visent la neutralité carbone en 2045.',
  {
    path: 'articles/acier.md',
  },
)
const SECOND = analyzeText('Les Aciéries du Nord ont rejoint le Pacte Vert.', { path: 'articles/pacte.md' })

test('a text becomes an analysis whose mentions are slices of it', () => {
  expectTypeOf(FIRST).toEqualTypeOf<DocumentAnalysis>()
  expect(FIRST.document).toMatchObject({ id: 'acier', title: 'Acier', lang: 'fr' })
  expect(FIRST.mentions.length).toBeGreaterThan(0)
  for (const { start, end, exact } of FIRST.mentions) expect(FIRST.text.slice(start, end)).toBe(exact)
})

test('analyses become one knowledge, whatever their order', () => {
  const knowledge = connectTexts([FIRST, SECOND])
  expectTypeOf(knowledge).toEqualTypeOf<Knowledge>()
  expect(connectTexts([SECOND, FIRST])).toEqual(knowledge)
  const [company] = explain(knowledge, 'Aciéries du Nord')
  expect(new Set(company?.passages.map(({ path }) => path))).toEqual(
    new Set(['articles/acier.md', 'articles/pacte.md']),
  )
})

test('curation is read from its text', () => {
  const knowledge = connectTexts([FIRST], { curation: 'ignore: [Jeanne Morel]' })
  expect(explain(connectTexts([FIRST]), 'Jeanne Morel')).toHaveLength(1)
  expect(explain(knowledge, 'Jeanne Morel')).toEqual([])
})

test('knowledge becomes files of the formats that are asked for', () => {
  const artifacts = [...exportTexts(connectTexts([FIRST, SECOND]), [FIRST, SECOND], { formats: ['graph', 'csv'] })]
  expectTypeOf(artifacts).toEqualTypeOf<Artifact[]>()
  expect(artifacts.map(({ path }) => path).sort()).toEqual(['data/edges.csv', 'data/graph.json', 'data/nodes.csv'])
})

test('a text that is empty is refused', () => {
  expect(() => analyzeText(' \n')).toThrow(/analyze-text: Unexpected file without text/)
})

test('a configuration is typed', () => {
  expectTypeOf(defineConfig).parameter(0).toEqualTypeOf<MaillageConfig>()
  // @ts-expect-error: no such option
  defineConfig({ titel: 'A' })
  // @ts-expect-error: no such language
  defineConfig({ languages: ['de'] })
  expect(defineConfig({ title: 'A' })).toEqual({ title: 'A' })
})
