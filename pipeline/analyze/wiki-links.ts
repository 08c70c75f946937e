import type { Image, Parent, Text } from 'mdast'
import type { CompileContext, Extension as FromMarkdownExtension, Token } from 'mdast-util-from-markdown'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Code, Construct, Extension, Point, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import type { Processor } from 'unified'
import { isPicture, toAddress } from './local-address.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikiLink: 'wikiLink'
    wikiEmbed: 'wikiEmbed'
    wikiMarker: 'wikiMarker'
    wikiPage: 'wikiPage'
    wikiHeadingMarker: 'wikiHeadingMarker'
    wikiHeading: 'wikiHeading'
    wikiLabel: 'wikiLabel'
  }
}

/** Characters of one part of a wiki link; longer is no link, so that what is never closed costs little. */
const LONGEST = 500

const EXCLAMATION_MARK = 0x21
const NUMBER_SIGN = 0x23
const LEFT_PARENTHESIS = 0x28
const OPENING_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSING_BRACKET = 0x5d
const BAR = 0x7c

/**
 * Wiki links as Obsidian and Quartz write them: `[[Note]]`, `[[folder/Note#Heading|label]]`, `[[#Heading]]`, and embeds,
 * `![[picture.png|300]]`, `![[Note]]`. On one line; `\|` is a bar too, as tables need it. Not where CommonMark has its own
 * reading of the brackets: `[[1]](url)`, `[[1]][ref]`, and `[[1]]` where `[1]` is defined.
 *
 * A link becomes a `link`, its label a text that knows where it stands; an embedded picture an `image` (a number after the
 * bar is its width), anything else that is embedded a link. Their `url` is the page as a relative address (`folder/Note`),
 * percent-encoded, with the heading as its fragment.
 */
export function wikiLinks(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.fromMarkdownExtensions ??= []
  data.micromarkExtensions.push(syntax)
  data.fromMarkdownExtensions.push(fromMarkdown)
}

type Part = 'wikiPage' | 'wikiHeading' | 'wikiLabel'

const tokenize = (whole: 'wikiLink' | 'wikiEmbed'): Tokenizer =>
  function (this: TokenizeContext, effects, ok, nok) {
    const { parser, sliceSerialize } = this
    let part: Part = 'wikiPage'
    let size = 0
    /** What `[…]` inside would be called as a reference. */
    let identifier = ''
    /** Whether anything but spaces names a page or a heading. */
    let named = false
    return start

    function start(code: Code): State | undefined {
      effects.enter(whole)
      effects.enter('wikiMarker')
      effects.consume(code)
      return whole === 'wikiEmbed' ? first : second
    }

    function first(code: Code): State | undefined {
      if (code !== OPENING_BRACKET) return nok(code)
      effects.consume(code)
      return second
    }

    function second(code: Code): State | undefined {
      if (code !== OPENING_BRACKET) return nok(code)
      effects.consume(code)
      effects.exit('wikiMarker')
      return begin
    }

    function begin(code: Code): State | undefined {
      size = 0
      if (isEnd(code)) return nok(code)
      if (part === 'wikiPage' && code === NUMBER_SIGN) return marker(code)
      if (code === CLOSING_BRACKET || code === BAR || code === BACKSLASH || code === OPENING_BRACKET) return nok(code)
      effects.enter(part)
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (isEnd(code) || code === OPENING_BRACKET || size > LONGEST) return nok(code)
      if (code === CLOSING_BRACKET) {
        leave()
        return named ? close(code) : nok(code)
      }
      if (part === 'wikiPage' && code === NUMBER_SIGN) {
        leave()
        return marker(code)
      }
      if (part !== 'wikiLabel' && (code === BAR || code === BACKSLASH)) {
        leave()
        return marker(code)
      }
      if (part !== 'wikiLabel' && code !== 0x20) named = true
      size++
      effects.consume(code)
      return inside
    }

    function leave() {
      const token = effects.exit(part)
      identifier += sliceSerialize(token)
    }

    function marker(code: Code): State | undefined {
      if (code === NUMBER_SIGN) {
        effects.enter('wikiHeadingMarker')
        effects.consume(code)
        effects.exit('wikiHeadingMarker')
        identifier += '#'
        part = 'wikiHeading'
        return begin
      }
      effects.enter('wikiMarker')
      effects.consume(code)
      part = 'wikiLabel'
      identifier += '|'
      return code === BACKSLASH ? escapedBar : bar(code)
    }

    function escapedBar(code: Code): State | undefined {
      if (code !== BAR) return nok(code)
      effects.consume(code)
      return bar(code)
    }

    function bar(_: Code): State | undefined {
      effects.exit('wikiMarker')
      return named ? begin : nok
    }

    function close(code: Code): State | undefined {
      effects.enter('wikiMarker')
      effects.consume(code)
      return closeSecond
    }

    function closeSecond(code: Code): State | undefined {
      if (code !== CLOSING_BRACKET) return nok(code)
      effects.consume(code)
      effects.exit('wikiMarker')
      effects.exit(whole)
      return after
    }

    function after(code: Code): State | undefined {
      const isReference = parser.defined.includes(normalizeIdentifier(identifier))
      if (code === LEFT_PARENTHESIS || isReference) return nok(code)
      // `[[1]][ref]` is a link of CommonMark, `[[A]][[B]]` are two of ours.
      return code === OPENING_BRACKET ? effects.check(twoBrackets, ok, nok)(code) : ok(code)
    }
  }

const twoBrackets: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('wikiMarker')
      effects.consume(code)
      effects.exit('wikiMarker')
      return (next) => (next === OPENING_BRACKET ? ok(next) : nok(next))
    }
  },
}

function isEnd(code: Code): boolean {
  return code === null || code < 0x20
}

const syntax: Extension = {
  text: {
    [EXCLAMATION_MARK]: { name: 'wikiEmbed', tokenize: tokenize('wikiEmbed') },
    [OPENING_BRACKET]: { name: 'wikiLink', tokenize: tokenize('wikiLink') },
  },
}

interface WikiParts {
  page?: Token
  heading?: Token
  label?: Token
}

declare module 'mdast-util-from-markdown' {
  interface CompileData {
    wikiParts?: WikiParts
  }
}

const fromMarkdown: FromMarkdownExtension = {
  enter: {
    wikiLink: start,
    wikiEmbed: start,
  },
  exit: {
    wikiPage(token) {
      ;(this.data.wikiParts as WikiParts).page = token
    },
    wikiHeading(token) {
      ;(this.data.wikiParts as WikiParts).heading = token
    },
    wikiLabel(token) {
      ;(this.data.wikiParts as WikiParts).label = token
    },
    wikiLink(token) {
      finish(this, token, false)
    },
    wikiEmbed(token) {
      finish(this, token, true)
    },
  },
}

function start(this: CompileContext): void {
  this.data.wikiParts = {}
}

function finish(context: CompileContext, token: Token, isEmbed: boolean): void {
  const { page, heading, label } = context.data.wikiParts as WikiParts
  const address = page ? context.sliceSerialize(page).trim() : ''
  // `Note#Part#Detail` leads to the detail, `Note#^id` to a block that only Obsidian knows.
  const headings = heading ? context.sliceSerialize(heading).split('#') : []
  const last = headings.at(-1)?.trim() ?? ''
  const url = toAddress(address, last.startsWith('^') ? '' : last)
  const words = label ? context.sliceSerialize(label).trim() : ''
  if (isEmbed && isPicture(address)) {
    context.enter(picture(url, address, words), token)
    context.exit(token)
    return
  }
  const children = label ? textsOf(context, label, '|') : textsOf(context, page, '/')
  if (!label) children.push(...textsOf(context, heading, '#').slice(children.length > 0 ? 0 : 1))
  // Links do not nest.
  if (context.stack.some(({ type }) => type === 'link' || type === 'linkReference')) {
    ;(context.stack.at(-1) as Parent).children.push(...children)
    return
  }
  context.enter({ type: 'link', url, title: null, children }, token)
  context.exit(token)
}

/** `300` and `300x200` after the bar are a picture's size, anything else describes it; else its file's name does. */
function picture(url: string, address: string, words: string): Image {
  const size = /(?:^|\|)(\d{1,4})(?:x(\d{1,4}))?$/.exec(words)
  const described = (size ? words.slice(0, size.index) : words).trim()
  const alt = described || address.slice(address.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  const hProperties = { ...(size ? { width: size[1] } : {}), ...(size?.[2] ? { height: size[2] } : {}) }
  return { type: 'image', url, title: null, alt, data: { hProperties } }
}

/** What a part shows, each text where it stands: a page its name without folders and ending, a heading after an arrow. */
function textsOf(context: CompileContext, token: Token | undefined, part: '/' | '#' | '|'): Text[] {
  if (token === undefined) return []
  const written = context.sliceSerialize(token)
  const texts: Text[] = []
  let from = part === '/' ? written.trimEnd().lastIndexOf('/') + 1 : 0
  for (const piece of part === '#' ? written.split('#') : [written.slice(from)]) {
    const shown = part === '/' ? piece.replace(/\.(?:md|markdown)\s*$/i, '') : piece
    const value = shown.trim()
    const at = from + shown.length - shown.trimStart().length
    from += piece.length + 1
    if (value === '' || (part === '#' && value.startsWith('^'))) continue
    // The mark before a heading stands for the arrow.
    if (part === '#') texts.push(textAt(token.start, ' › ', at - 1, at))
    texts.push(textAt(token.start, value, at, at + value.length))
  }
  return texts
}

function textAt({ line, column, offset }: Point, value: string, from: number, to: number): Text {
  const point = (at: number) => ({ line, column: column + at, offset: offset + at })
  return { type: 'text', value, position: { start: point(from), end: point(to) } }
}
