import type { Anchor } from '../model.ts'

/** Finds the anchor that a fragment means: the one with this id, else the first whose id has the same letters and digits. */
export function anchorFinder(anchors: readonly Anchor[]): (fragment: string) => Anchor | null {
  const byId = new Map(anchors.map((anchor) => [anchor.id, anchor]))
  const byLetters = new Map<string, Anchor>()
  for (const anchor of anchors) {
    const key = lettersOf(anchor.id)
    if (key !== '' && !byLetters.has(key)) byLetters.set(key, anchor)
  }
  return (fragment) => byId.get(fragment) ?? byLetters.get(lettersOf(fragment)) ?? null
}

/** Letters and digits, in lower case: what every way to make an id of a heading leaves. */
function lettersOf(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('') ?? ''
  )
}
