import { REGISTRY } from './data.ts'

/** Hands what a script of its own gives to the page that asked for it by this name; to nobody where there is no page. */
export function register(name: string, value: unknown): void {
  const page = globalThis as unknown as Record<string, { push(entry: [string, unknown]): void } | undefined>
  page[REGISTRY]?.push([name, value])
}
