/**
 * What a key looks like where somebody repeats it: as it is, in an address, in JSON, in hexadecimal, backwards, and in
 * base 64 wherever it stands in what was encoded (without the letters that depend on its neighbours). Longest first.
 */
export const formsOf = (key: string): readonly string[] => {
  const bytes = new TextEncoder().encode(key)
  const base64 = [0, 1, 2].map((before) => {
    const letters = btoa(String.fromCodePoint(...new Uint8Array(before), ...bytes))
    return letters.slice(before === 0 ? 0 : 4, -4)
  })
  const forms = [
    key,
    encodeURIComponent(key),
    new URLSearchParams({ key }).toString().slice('key='.length),
    JSON.stringify(key).slice(1, -1),
    JSON.stringify(JSON.stringify(key)).slice(3, -3),
    [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    [...key].toReversed().join(''),
    btoa(String.fromCodePoint(...bytes)),
    ...base64,
    ...base64.map((each) => each.replaceAll('+', '-').replaceAll('/', '_')),
  ]
  return [...new Set(forms)].filter(({ length }) => length >= 4).toSorted((a, b) => b.length - a.length)
}
