import { CATEGORY_COLORS, type Themed } from '../../pipeline/export/palette.ts'

/** What is set on the page, by name of its custom property, without those of categories. */
export const TOKENS = {
  paper: { light: '#fcfbf8', dark: '#141619' },
  panel: { light: '#f5f3ed', dark: '#1a1d21' },
  raised: { light: '#ffffff', dark: '#212529' },
  ink: { light: '#1c1b19', dark: '#edeae3' },
  'ink-soft': { light: '#4d4a44', dark: '#c3bfb6' },
  'ink-faint': { light: '#6a665e', dark: '#9d998f' },
  rule: { light: '#e0dcd2', dark: '#2f343a' },
  edge: { light: '#cfc9bc', dark: '#41474e' },
  accent: { light: '#b5301a', dark: '#ff8a6b' },
  'accent-wash': { light: '#fbe9e3', dark: '#38231d' },
  marker: { light: '#ffe9a8', dark: '#57481b' },
  shadow: {
    light: '0 1px 2px rgb(40 36 28 / 8%), 0 8px 28px rgb(40 36 28 / 12%)',
    dark: '0 1px 2px rgb(0 0 0 / 40%), 0 8px 28px rgb(0 0 0 / 50%)',
  },
} as const satisfies Record<string, Themed>

/**
 * Rules that set custom properties by theme: the one that the system asks for, or the one that `data-theme` says against
 * it. Paper is always light. Not `light-dark()`, since the canvas reads the values.
 */
export function themeRules(properties: Readonly<Record<string, Themed>>): string {
  const entries = Object.entries(properties)
  const values = (theme: keyof Themed) => entries.map(([name, value]) => `--${name}:${value[theme]}`).join(';')
  return `:root{${values('light')}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){${values('dark')}}}
@media screen{:root[data-theme="dark"]{${values('dark')}}}
`
}

/** Custom properties of categories: `--c-person`. */
export const categoryProperties = (colors: Readonly<Partial<Record<string, Themed>>>): Record<string, Themed> =>
  Object.fromEntries(Object.entries(colors).map(([name, color]) => [`c-${name}`, color as Themed]))

/** All colours of the page, and `--c` on whatever has a `data-category`. */
export function themeSheet(): string {
  const ofCategory = Object.keys(CATEGORY_COLORS).map((name) => `[data-category="${name}"]{--c:var(--c-${name})}\n`)
  return themeRules({ ...TOKENS, ...categoryProperties(CATEGORY_COLORS) }) + ofCategory.join('')
}
