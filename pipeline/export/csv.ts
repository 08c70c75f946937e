export type Cell = string | number | null | undefined

/** A line of comma-separated values (RFC 4180, but for the line ending `\n`). */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => quote(cell === null || cell === undefined ? '' : String(cell))).join(',')}\n`
}

function quote(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A cell for files that people open in a spreadsheet: text that the program would take for a formula (it begins with `=`,
 * `+`, `-`, `@`, a tab or a carriage return) gets an apostrophe before it. Numbers stay as they are.
 */
export function forSpreadsheet(cell: Cell): Cell {
  return typeof cell === 'string' && /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell
}
