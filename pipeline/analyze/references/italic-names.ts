import type { Category, Language, NameMention, Prose, Span } from '../../model.ts'
import { firstFrom } from '../bisect.ts'

/** A name that the text sets in italics, as typography does with titles of works and with names of ships and products. */
export interface ItalicName extends Span {
  /** What the words beside it make of it. */
  category: Category
}

const LONGEST = 80
const MOST_WORDS = 9

/** What is written, presented or read stands nearby. */
const TEXT: Record<Language, RegExp> = {
  fr: /(?:^|[^\p{L}])(?:rapports?|études?|livres?|ouvrages?|guides?|romans?|essai|enquête|bilan|diagnostic|article|film|documentaire|li(?:re|sez)|lu|chapitres?|pages|auteure?s?|autrice|écrit\p{L}*|rédig\p{L}+|publi\p{L}+|édit\p{L}+|présent\p{L}+|dévoil\p{L}+|parue?s?|paraît\p{L}*|signée?s?|intitulée?s?)(?![\p{L}])/iu,
  en: /(?:^|[^\p{L}])(?:reports?|stud(?:y|ies)|papers?|books?|guides?|review|novel|essay|survey|article|film|documentary|reads?|reading|chapters?|pages|authors?|wr(?:ote|itten|ites?|iting)|publish\p{L}*|edit\p{L}*|present\p{L}*|unveil\p{L}*|titled|entitled)(?![\p{L}])/iu,
}

/** Words that a sentence has and a name hardly ever. */
const CLAUSE: Record<Language, RegExp> = {
  fr: /(?:^|[\s’'])(?:je|j|nous|vous|ils?|elles?|on|est|sont|a|ont|sera|seront|pas|que|qui)(?=[\s’']|$)/iu,
  en: /(?:^|\s)(?:i|we|you|he|she|they|it|is|are|was|were|has|have|will|would|not|that|who)(?=\s|[’']|$)/iu,
}

/** The italic names of a text, in order. Stressed words, remarks and whole paragraphs in italics are none. */
export function findItalicNames(prose: Prose): readonly ItalicName[] {
  const { text, marks, blocks, sentences, lang } = prose
  const names: ItalicName[] = []
  for (const { kind, start, end } of marks) {
    if (kind !== 'emphasis' || end - start > LONGEST || start < (names.at(-1)?.end ?? 0)) continue
    const exact = text.slice(start, end)
    if (!/^[\p{Lu}\d]/u.test(exact) || /[.:;!?…]$|[.:;!?…]\s|[()\n]/u.test(exact)) continue
    // `COP (*Conference of the Parties*)`: a foreign expansion.
    if (text[start - 1] === '(' && text[end] === ')') continue
    const block = blocks[Math.max(0, firstFrom(blocks, start + 1) - 1)]
    if (!block || block.kind === 'heading' || (start - block.start < 3 && block.end - end < 3)) continue
    const words = exact.split(/\s+/)
    if (words.length > MOST_WORDS) continue
    const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
    const sentence = sentences[Math.max(0, firstFrom(sentences, start + 1) - 1)]
    // `*Not* all of them`, `*By 2030* …`: a sentence’s capital tells nothing.
    if (capitals < 2 && start - (sentence?.start ?? 0) < 3) continue
    if (words.length === 1) {
      // `*NB*`
      if (exact === exact.toUpperCase()) continue
    } else if (CLAUSE[lang].test(exact) && capitals * 2 < words.length + 1) continue
    const around = text.slice(Math.max(block.start, start - 80), start) + text.slice(end, Math.min(block.end, end + 80))
    // `Money with a Memory`: titles have small words.
    const isTitle = words.length > 2 && words.slice(1).some((word) => /^\p{Ll}/u.test(word))
    names.push({ start, end, category: isTitle || TEXT[lang].test(around) ? 'work' : 'product' })
  }
  return names
}

/** The names with those in italics that the finder of names passed over, or took only a part of. Sorted, without overlaps. */
export function addItalicNames(
  { text }: Prose,
  names: readonly NameMention[],
  italics: readonly ItalicName[],
): readonly NameMention[] {
  if (italics.length === 0) return names
  const kept = [...names]
  for (const { start, end, category } of italics) {
    const from = firstFrom(kept, start)
    const before = kept[from - 1]
    if (before !== undefined && before.end > start) continue
    let to = from
    while (to < kept.length && (kept[to] as NameMention).start < end) to++
    const last = kept[to - 1]
    if (to > from && last && (last.end > end || (last.start === start && last.end === end))) continue
    // Of a single name nothing is missing but what describes it: `*la Gardoule rouge*`.
    if (to > from && !/\s/.test(text.slice(start, end))) continue
    const name: NameMention = { start, end, kind: 'name', category, extractor: 'italics@1', confidence: 0.6 }
    kept.splice(from, to - from, name)
  }
  return kept
}
