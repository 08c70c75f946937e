import { describe, expect, it } from 'vitest'
import { mergeCuration } from './merge-curation.ts'

const EXISTING = `# Ours.
entities:
  - name: Velmont # the group
    aliases: [VLM]
    label: Velmont SA
ignore: []
different:
  - [A, B]
`

describe('mergeCuration', () => {
  it('adds to lists, keeps comments, and joins what is said of one name', () => {
    const patch = `entities:
  - { name: Velmont, label: Velmont Group, aliases: [VLM, VG] }
  - { name: { name: Orange, category: place }, label: "Orange: ville" }
ignore:
  - "yes"
different:
  - [A, B]
  - [Orange, Velmont]
relations:
  - { verdict: reject, subject: A, predicate: acquired, object: B }
`
    expect(mergeCuration(EXISTING, patch)).toEqual({
      added: 5,
      known: 1,
      text: `# Ours.
entities:
  - name: Velmont # the group
    aliases: [ VLM, VG ]
    label: Velmont Group
  - { name: { name: Orange, category: place }, label: "Orange: ville" }
ignore:
  - "yes"
different:
  - [ A, B ]
  - [ Orange, Velmont ]
relations:
  - { verdict: reject, subject: A, predicate: acquired, object: B }
`,
    })
  })

  it.each([
    ['an empty file', '', 'ignore:\n  - A\n'],
    ['comments alone', '# Nothing yet.\n', '# Nothing yet.\n\nignore:\n  - A\n'],
    ['a list without items', 'ignore:\n', 'ignore:\n  - A\n'],
  ])('starts from %s', (_, existing, text) => {
    expect(mergeCuration(existing, 'ignore:\n  - A\n').text).toBe(text)
  })

  it('does nothing the second time', () => {
    const once = mergeCuration(EXISTING, 'entities:\n  - { name: Velmont, category: organization }\nignore: [A]\n').text
    expect(
      mergeCuration(once, 'entities:\n  - { name: Velmont, category: organization }\nignore: [A]\n'),
    ).toMatchObject({
      text: once,
      added: 0,
    })
    expect(mergeCuration(EXISTING, '{}\n').text).toBe(
      EXISTING.replaceAll('[VLM]', '[ VLM ]').replace('[A, B]', '[ A, B ]'),
    )
  })

  it.each([
    ['ignore: A', 'ignore: [B]', 'unexpected `ignore` in entities.yml'],
    ['', 'ignore: A', 'unexpected `ignore` in the corrections'],
    ['- A', 'ignore: [A]', 'unexpected entities.yml'],
    ['a: [', 'ignore: [A]', 'entities.yml cannot be read'],
  ])('refuses %j and %j', (existing, patch, reason) => {
    expect(() => mergeCuration(existing, patch)).toThrow(reason)
  })
})
