import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { Breaker } from './breaker.ts'

test('gives what the work gives', async () => {
  const breaker = new Breaker()
  expect(await breaker.guard(Promise.resolve(1))).toBe(1)
  await expect(breaker.guard(Promise.reject(new Error('work')))).rejects.toThrow('work')
})

test('ends all waits, and those that follow, with the first error', async () => {
  const breaker = new Breaker()
  const never = new Promise<never>(() => {})
  const waits = [breaker.guard(never), breaker.guard(never)]
  breaker.break(new Error('first'))
  breaker.break(new Error('second'))
  for (const wait of [...waits, breaker.guard(never)]) await expect(wait).rejects.toThrow('first')
})

test('keeps nothing of what has been given', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const breaker = new Breaker()
  const given = async () => new WeakRef(await breaker.guard(Promise.resolve({ large: true })))
  const reference = await given()
  // A weak reference holds until the turn ends.
  await setImmediate()
  collect()
  expect(reference.deref()).toBeUndefined()
  await expect(breaker.guard(Promise.resolve('still there'))).resolves.toBe('still there')
})
