/** Bytes of a file, a disk or a download: 850 kB, 469 MB, 2.5 GB; by thousands, as download pages count. */
export const size = (bytes: number): string => {
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  if (bytes < 999_500_000) return `${Math.round(bytes / 1e6)} MB`
  return `${(bytes / 1e9).toFixed(1)} GB`
}

/** Memory as it is sold: 1.6 GB, by 1024. */
export const memory = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GB`
