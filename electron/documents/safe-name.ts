const maxBytes = 120
const fallback = 'Untitled'

/** Names Windows keeps for devices, also when an ending follows. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
const separators = /[/\\:*?"<>|\u2028\u2029]+/g
/** Controls, format characters (bidi overrides too), private and unassigned ones; the joiners of emoji stay. */
const invisible = /(?!\u200c|\u200d)\p{C}/gu
const edges = /^[\s.\-\u200c\u200d]+|[\s.\u200c\u200d]+$/g

const cut = (name: string): string => {
  const bytes = new TextEncoder()
  let room = maxBytes
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    room -= bytes.encode(segment).length
    if (room < 0) break
    kept += segment
  }
  return kept
}

/**
 * A title as the name of a file, without its ending. The rule: separators and the characters Windows forbids become
 * spaces; controls, bidi overrides and broken characters are dropped; runs of spaces become one; dots, dashes and
 * spaces go from the front, dots and spaces from the end; at most 120 bytes of UTF-8, cut between whole characters;
 * a device name of Windows gets `_` in front; nothing left gives `Untitled`. Applying it twice changes nothing.
 */
export const safeName = (title: string): string => {
  const plain = title
    .normalize('NFC')
    .replace(separators, ' ')
    .replace(/\s+/g, ' ')
    .replace(invisible, '')
    .replace(/ +/g, ' ')
    .replace(edges, '')
  const named = device.test(plain) ? `_${plain}` : plain
  return cut(named).replace(edges, '') || fallback
}
