import { toBase64 } from '@opstap/protocol/json/base64url';

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

/** Why there is no page to show. */
export type Reason = 'swapped' | 'unknown';

interface Words {
  readonly title: string;
  readonly text: string;
}

/** Said before there is a page that speaks her language: in the two that are read most. */
const words: Readonly<Record<Reason, readonly [Words, Words]>> = {
  swapped: [
    {
      title: 'Dit is niet de pagina die is gepubliceerd',
      text: 'Op dit adres staat nu iets anders dan wij hebben ondertekend. Daarom laten we het niet zien. Wat je eerder schreef is niet weg. Probeer het later nog eens, of vraag iemand die je vertrouwt of er iets aan de hand is. Is het dringend en ben je in gevaar, bel 112.',
    },
    {
      title: 'This is not the page that was published',
      text: 'What this address gives now is not what we signed, so it is not shown. What you wrote before is not lost. Try again later, or ask somebody you trust whether something is going on. If it is urgent and you are in danger, call 112.',
    },
  ],
  unknown: [
    {
      title: 'Er is nu geen verbinding',
      text: 'Deze pagina kan niet worden geopend zonder verbinding. Wat je eerder schreef is niet weg. Probeer het zo nog eens.',
    },
    {
      title: 'There is no connection right now',
      text: 'This page can’t be opened without a connection. What you wrote before is not lost. Try again in a moment.',
    },
  ],
};

const style =
  'body{max-width:36rem;margin:0 auto;padding:1.5rem;font:1.1rem/1.5 system-ui,sans-serif}h1{font-size:1.5rem;line-height:1.2}a{color:inherit}';

/** A page of plain words in the place of one that can't be shown (REL-7). It loads and runs nothing. */
export async function plainPage(reason: Reason): Promise<Response> {
  const [nl, en] = words[reason];
  const part = (language: string, { title, text }: Words, again: string) =>
    `<section lang="${language}"><h1>${title}</h1><p>${text}</p><p><a href="/">${again}</a></p></section>`;
  const page =
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
    '<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>Notitie</title>' +
    `<style>${style}</style></head>` +
    `<body><main>${part('nl', nl, 'Probeer opnieuw')}${part('en', en, 'Try again')}</main></body></html>`;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)));
  const policy = `default-src 'none'; style-src 'sha256-${toBase64(hash)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  const headers = {
    ...headersOf(html, policy),
    'Cache-Control': 'no-store',
  };
  return new Response(page, { status: 503, headers });
}
