const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }
const LONGEST = 80

/**
 * The part of an entity's id after its category: lower-case letters and digits of any script, words joined by `-`,
 * Latin accents left out, no longer than 80 code units. `unnamed` where the name holds neither letter nor digit.
 */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase()
    .replace(/[œæßøłđðþı]/g, (c) => LIGATURES[c] as string)
    .normalize('NFC')
  const words = plain.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? [...word].slice(0, LONGEST / 2).join('') : `${slug}-${word}`
    if (slug !== '' && longer.length > LONGEST) break
    slug = longer
  }
  return slug || 'unnamed'
}
