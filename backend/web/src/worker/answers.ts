import { toBase64 } from '@opstap/protocol/json/base64url';
import { firstLanguage, type PhoneLanguage, phoneLanguages } from '../shared/model/words.js';
import { plainWords, type Reason } from './plain-words.js';

/** What a browser is told of a file, by the end of its name; as the server tells it. */
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff: 'font/woff',
  woff2: 'font/woff2',
  webmanifest: 'application/manifest+json',
};
const html = 'text/html; charset=utf-8';
const origin = /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/;

/** What a page and its scripts may do (PAG-1). */
export function policyWith(relays: readonly string[]): string {
  const sources = ["'self'", ...relays].join(' ');
  return (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; " +
    `img-src 'self'; connect-src ${sources}; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
  );
}

/** The relays that a policy of the server lets a page connect to. */
export function relaysIn(policy: string | null): readonly string[] {
  const connecting = /(?:^|;)\s*connect-src ([^;]*)/.exec(policy ?? '')?.[1] ?? '';
  return connecting.split(' ').filter((each) => origin.test(each));
}

/** A file of the signed list. What the server says beside the bytes is not signed, so none of it is passed on. */
export function answerOf(path: string, bytes: Uint8Array<ArrayBuffer>, relays: readonly string[]): Response {
  const type = path === '/' ? html : types[/\.(\w+)$/.exec(path)?.[1] ?? ''];
  return new Response(bytes, { headers: headersOf(type ?? 'application/octet-stream', policyWith(relays)) });
}

function headersOf(type: string, policy: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

const style =
  'body{max-width:36rem;margin:0 auto;padding:1.5rem;font:1.1rem/1.5 system-ui,sans-serif}h1{font-size:1.5rem;line-height:1.2}a{color:inherit}';

/**
 * A page of plain words in the place of one that can't be shown (REL-7), in the first language of the browser's that is spoken and in one
 * that is read much. It loads and runs nothing.
 */
export async function plainPage(
  reason: Reason,
  wanted: readonly string[] = navigator.languages,
): Promise<Response> {
  const hers = firstLanguage(wanted, phoneLanguages, 'nl');
  const shown: readonly PhoneLanguage[] = [hers, hers === 'en' ? 'nl' : 'en'];
  const parts = shown.map((language) => {
    const words = plainWords[language];
    return `<section lang="${language}"><h1>${words[`${reason}.title`]}</h1><p>${words[`${reason}.text`]}</p><p><a href="/">${words.again}</a></p></section>`;
  });
  const page =
    `<!doctype html><html lang="${hers}"><head>` +
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
    '<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>Notitie</title>' +
    `<style>${style}</style></head>` +
    `<body><main>${parts.join('')}</main></body></html>`;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)));
  const policy = `default-src 'none'; style-src 'sha256-${toBase64(hash)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  const headers = {
    ...headersOf(html, policy),
    'Cache-Control': 'no-store',
  };
  return new Response(page, { status: 503, headers });
}
