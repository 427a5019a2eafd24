import { expect, test } from 'vitest'
import { isSecretPlace } from './secret-places.ts'

const hostOf = (host: string): string => new URL(`http://${host}/`).hostname

test.each([
  '2852039166',
  '0xa9fea9fe',
  '169.254.169.254.',
  '169.254.169.254..',
  '169.254.170.23',
  '169.254.0.23',
  '[::ffff:169.254.169.254]',
  '[64:ff9b::169.254.169.254]',
  '[::169.254.169.254]',
  '100.100.100.200',
  '[::ffff:100.100.100.200]',
  '168.63.129.16',
  '[64:ff9b::a83f:8110]',
  '192.0.0.192',
  '[fe80::a9fe:a9fe]',
  '[febf::1]',
  '[fd00:ec2::23]',
  '[fd20:ce::254]',
  'Metadata',
  'metadata.goog.',
  'metadata.google.internal..',
  'instance-data',
  'instance-data.ec2.internal...',
])('H39 a machine keeps its secrets at %s', (host) => {
  expect(isSecretPlace(hostOf(host))).toBe(true)
})

test.each([
  '127.0.0.1',
  '169.253.255.255',
  '169.255.0.1',
  '100.100.100.201',
  '192.0.0.193',
  '[::1]',
  '[::ffff:192.168.1.2]',
  '[64:ff9b::8.8.8.8]',
  '[fec0::1]',
  '[fd00:ec3::1]',
  '[fd20:ce::255]',
  'localhost',
  'metadata.example',
  'my-metadata',
])('a model server may stand at %s', (host) => {
  expect(isSecretPlace(hostOf(host))).toBe(false)
})
