import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { deviceWords, graphicsOf, graphicsWords } from './graphics.ts'

const scratch = mkdtempSync(join(tmpdir(), 'graphics-'))
afterAll(() => rmSync(scratch, { recursive: true }))

test.each([
  ['linux', 'x64', ['linux-x64'], []],
  [
    'linux',
    'x64',
    ['linux-x64', 'linux-x64-vulkan', 'linux-x64-cuda', 'linux-x64-cuda-ext'],
    ['CUDA', 'Vulkan'],
  ],
  ['linux', 'arm64', ['linux-arm64', 'linux-x64-vulkan'], []],
  ['win32', 'x64', ['win-x64', 'win-x64-vulkan'], ['Vulkan']],
  ['darwin', 'arm64', ['mac-arm64-metal'], ['Metal']],
  ['darwin', 'x64', ['mac-x64'], []],
])('a build for %s %s with %j', (platform, arch, packages, expected) => {
  const folder = mkdtempSync(join(scratch, 'build-'))
  for (const name of packages) mkdirSync(join(folder, '@node-llama-cpp', name), { recursive: true })
  expect(graphicsOf([join(scratch, 'nowhere'), folder], { platform, arch })).toEqual(expected)
})

test('says what is true in this build', () => {
  const leftOut =
    'This build computes on the processor: what graphics processors need (CUDA, Vulkan) is left out of it.'
  expect([
    graphicsWords([]),
    graphicsWords(['CUDA', 'Vulkan']),
    deviceWords('cpu', []),
    deviceWords('cpu', ['CUDA', 'Vulkan']),
    deviceWords('metal', ['Metal']),
  ]).toEqual([
    leftOut,
    'This build computes on a graphics processor where there is one for CUDA or Vulkan, unless that is switched off.',
    `on the processor. ${leftOut}`,
    'on the processor: no graphics processor was found that can be used by CUDA or Vulkan.',
    'on the graphics processor (Metal).',
  ])
})
