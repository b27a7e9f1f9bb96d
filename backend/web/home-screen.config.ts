import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const pages = [
  { page: '/phone.html', name: 'Notitie', address: '/' },
  { page: '/team.html', name: 'Team', address: '/team' },
] as const;

/**
 * What a page is on a home screen: a manifest and icons in the sizes that systems ask for. Vite names files by their content but
 * not inside a manifest, so both are named here.
 */
export function homeScreen(): Plugin {
  const files = new Map<string, string | Uint8Array>();
  const add = (name: string, source: string | Uint8Array): string => {
    const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
    const file = `assets/${name.replace('.', `-${hash}.`)}`;
    files.set(file, source);
    return `/${file}`;
  };
  const icon = (size: number) =>
    add(`icon-${size}.png`, readFileSync(new URL(`src/shared/icons/icon-${size}.png`, import.meta.url)));
  const [touch, small, large] = [icon(180), icon(192), icon(512)];
  const manifests = new Map<string, string>(
    pages.map(({ page, name, address }) => {
      const manifest = {
        name,
        short_name: name,
        start_url: address,
        scope: address,
        display: 'standalone',
        background_color: '#f5f3ef',
        theme_color: '#f5f3ef',
        icons: [
          { src: small, sizes: '192x192', type: 'image/png' },
          { src: large, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      };
      return [page, add('home.webmanifest', JSON.stringify(manifest))];
    }),
  );
  return {
    name: 'home-screen',
    apply: 'build',
    buildStart() {
      for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: (_html, { path }) => [
      { tag: 'link', attrs: { rel: 'manifest', href: manifests.get(path) }, injectTo: 'head' },
      {
        tag: 'link',
        attrs: { rel: 'icon', type: 'image/png', sizes: '192x192', href: small },
        injectTo: 'head',
      },
      { tag: 'link', attrs: { rel: 'apple-touch-icon', href: touch }, injectTo: 'head' },
    ],
  };
}
