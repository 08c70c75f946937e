/** A piece of an HTML fragment; `start`–`end` index it. */
export type HtmlToken =
  | { type: 'text'; start: number; end: number }
  | { type: 'tag'; name: string; isClosing: boolean; start: number; end: number }

const TAG_NAME = /<(\/?)([a-zA-Z][^\s/>]*)/y

/** Elements whose content no reader sees as running text: it goes with them. */
const WITHOUT_TEXT = new Set(
  (
    'script style template title textarea iframe noembed noframes noscript object svg math select datalist audio video canvas ' +
    'xmp plaintext head'
  ).split(' '),
)
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const PHRASING = new Set(
  'a abbr b bdi bdo cite code del dfn em i img ins kbd mark q ruby rp rt s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const FLOW = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul fieldset legend menu dialog'
  ).split(' '),
)

/** Whether an element's content is left out of a document together with its tags. */
export function isWithoutText(name: string): boolean {
  return WITHOUT_TEXT.has(name)
}

/** Whether an element has no content and no closing tag. */
export function isVoid(name: string): boolean {
  return VOID.has(name)
}

/** Whether an element stands within a line of text. */
export function isPhrasing(name: string): boolean {
  return PHRASING.has(name)
}

/** Whether an element's tags end a stretch of text. */
export function isFlow(name: string): boolean {
  return FLOW.has(name)
}

/**
 * Splits an HTML fragment into its tags and its text, in order. Comments, declarations and elements without text of their
 * own (`script`, `style`, `svg`, …) are left out, and so is a tag that the fragment does not finish.
 */
export function scanHtml(html: string): readonly HtmlToken[] {
  const tokens: HtmlToken[] = []
  let offset = 0
  let text = 0
  const push = (token: HtmlToken) => {
    if (token.end > token.start) tokens.push(token)
  }
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', offset)) {
    const [end, tag] = readMarkup(html, open)
    if (end === open) {
      offset = open + 1
      continue
    }
    push({ type: 'text', start: text, end: open })
    offset = end
    if (tag && isWithoutText(tag.name) && !tag.isClosing) offset = skipElement(html, tag.name, end)
    else if (tag) push({ type: 'tag', ...tag, start: open, end })
    text = offset
  }
  push({ type: 'text', start: text, end: html.length })
  return tokens
}

/** The tag of an inline HTML node, which holds one tag or comment; null for a comment. */
export function readTag(html: string): { name: string; isClosing: boolean } | null {
  return readMarkup(html, 0)[1]
}

/** Where the markup that starts with the `<` at `open` ends, and its tag if it is one; `open` itself when it is text. */
function readMarkup(html: string, open: number): [end: number, tag: { name: string; isClosing: boolean } | null] {
  TAG_NAME.lastIndex = open
  const name = TAG_NAME.exec(html)
  if (name) {
    const end = endOfTag(html, TAG_NAME.lastIndex)
    return end < 0
      ? [html.length, null]
      : [end, { name: (name[2] as string).toLowerCase(), isClosing: name[1] === '/' }]
  }
  if (html.startsWith('<!--', open)) {
    // `<!-->` and `<!--->` are whole comments.
    const empty = /^<!---?>/.exec(html.slice(open, open + 6))
    const close = empty ? -1 : html.indexOf('-->', open + 4)
    return [empty ? open + empty[0].length : close < 0 ? html.length : close + 3, null]
  }
  if (/^<[!?/]/.test(html.slice(open, open + 2))) {
    const close = html.indexOf('>', open)
    return [close < 0 ? html.length : close + 1, null]
  }
  return [open, null]
}

/** Past the `>` that ends the tag whose name ends at `offset`; -1 when none does. A `>` in quotes is part of a value. */
function endOfTag(html: string, offset: number): number {
  let isValue = false
  for (let index = offset; index < html.length; index++) {
    const character = html.charAt(index)
    if (character === '>') return index + 1
    if (isValue && (character === '"' || character === "'")) {
      index = html.indexOf(character, index + 1)
      if (index < 0) return -1
    }
    // A value starts at the first character after `=` that is no space.
    isValue = character === '=' || (isValue && /\s/.test(character))
  }
  return -1
}

/** Past the closing tag of an element whose content starts at `offset`; the fragment's end when it has none. */
function skipElement(html: string, name: string, offset: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  closing.lastIndex = offset
  const match = closing.exec(html)
  const end = match ? html.indexOf('>', match.index) : -1
  return end < 0 ? html.length : end + 1
}
