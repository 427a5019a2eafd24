/**
 * What every answer with a part of the page carries, in the browser and in the window. The page may load what lies on
 * its own address; it runs no inline script, takes no inline style, is shown in no frame, and tells nobody where it is.
 * `more` are the rules of the host: at least where the page may connect to.
 */
export const pageHeaders = (more: readonly string[]): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    ...more,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
})
