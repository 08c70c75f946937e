import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignIds, slugOf } from './assign-ids.ts'

describe('the slug of a path', () => {
  it.each([
    ['articles/xiaomi-cop28.md', 'xiaomi-cop28'],
    ['articles/2023/Été à Nîmes.md', '2023-ete-a-nimes'],
    ['posts/a/b.markdown', 'posts-a-b'],
    ['cœur & Łódź.md', 'coeur-lodz'],
    ['pilotage.plan.velo.md', 'pilotage-plan-velo'],
    ['../../etc/passwd.md', 'etc-passwd'],
    ['__proto__.md', 'proto'],
  ])('of %s is %s', (path, slug) => {
    expect(slugOf(path)).toBe(slug)
  })

  it('is the same for composed and decomposed letters', () => {
    expect(slugOf('\u00e9t\u00e9.md')).toBe(slugOf('e\u0301te\u0301.md'))
  })

  it('keeps apart what has no ASCII letters', () => {
    const slugs = ['小米.md', '华为.md', '小米 2040.md', '!.md', '.md'].map(slugOf)
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(slugs[2]).toMatch(/^2040-[0-9a-f]{8}$/)
  })
})

describe('ids', () => {
  it('are unique, safe path segments, whatever the paths', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('a', 'A', 'a-b', 'a/b', 'é', 'constructor'),
    )
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 30 }), (names) => {
        const paths = names.map((each) => `${each}.md`)
        const ids = assignIds(paths).map(({ id }) => id)
        expect(new Set(ids).size).toBe(paths.length)
        for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      }),
    )
  })

  it('of the same slug get a suffix that depends on the path alone', () => {
    const [first, second] = assignIds(['a b.md', 'a-b.md'])
    expect(first).toEqual({ id: 'a-b', path: 'a b.md', sameIdAs: null })
    expect(second?.sameIdAs).toBe('a b.md')
    expect(assignIds(['0.md', 'a b.md', 'a+b.md', 'a-b.md']).at(-1)?.id).toBe(second?.id)
  })
})
