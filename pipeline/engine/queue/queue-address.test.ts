import { expect, test } from 'vitest'
import { readQueueAddress } from './queue-address.ts'

test.each([
  ['redis://localhost', { host: 'localhost', port: 6379 }],
  ['redis://h:7000/3', { host: 'h', port: 7000, db: 3 }],
  ['redis://[::1]:6380', { host: '::1', port: 6380 }],
  ['redis://:p%40ss%2F@h', { host: 'h', port: 6379, password: 'p@ss/' }],
  ['rediss://user:secret@h', { host: 'h', port: 6379, username: 'user', password: 'secret', tls: {} }],
  ['postgres://me@h/graph', { connectionString: 'postgres://me@h/graph', migrate: true }],
  ['postgresql://me:s@h?sslmode=require', { connectionString: 'postgresql://me:s@h?sslmode=require', migrate: true }],
])('%s', (address, connection) => {
  expect(readQueueAddress(address)?.connection).toEqual(connection)
})

test.each([
  '',
  'localhost:6379',
  'http://localhost',
  'redis://',
  'redis://h/name',
  'redis://h?tls=1',
  'redis://%zz@h',
  'file:///etc',
])('%j is no address of a queue', (address) => {
  expect(readQueueAddress(address)).toBeNull()
})

test.each(['redis://u:open%20sesame@h:1/2', 'postgres://u:open%20sesame@h:1/2'])(
  'nothing that is said of %s has the password',
  (address) => {
    const queue = readQueueAddress(address)
    expect(queue?.shown).toMatch(/^\w+:\/\/h:1\/2$/)
    const said = queue?.redact(`cannot connect to ${address} with open sesame, open%20sesame`) ?? ''
    expect(said).toBe(`cannot connect to ${queue?.shown} with •••, •••`)
  },
)

test('a password apart stands for one that the address does not have', () => {
  expect(readQueueAddress('redis://u@h', 'p@')?.connection).toMatchObject({ username: 'u', password: 'p@' })
  expect(readQueueAddress('redis://u:own@h', 'p@')?.connection).toMatchObject({ password: 'own' })
  const postgres = readQueueAddress('postgres://u@h/d', 'p@ss')
  expect(postgres?.connection).toMatchObject({ connectionString: 'postgres://u:p%40ss@h/d' })
  expect(postgres?.redact('p@ss p%40ss')).toBe('••• •••')
})
