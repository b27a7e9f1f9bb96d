import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { type LookId, lookIds, lookNames } from './src/phone/model/looks.js';

/** What each look is drawn in; the first one is the pages' own. */
const drawings: Readonly<Record<LookId, string>> = {
  note: 'icon',
  weather: 'weather',
  recipes: 'recipes',
  calendar: 'calendar',
};
const looksModule = 'virtual:looks';

/**
 * What a page is on a home screen: a manifest and icons in the sizes that systems ask for, for each look that the phone's page can have.
 * Vite names files by their content but not inside a manifest, so both are named here.
 */
export function homeScreen(): Plugin {
  const files = new Map<string, string | Uint8Array>();
  let building = false;
  const add = (name: string, source: string | Uint8Array): string => {
    const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
    const file = `assets/${name.replace('.', `-${hash}.`)}`;
    files.set(file, source);
    return `/${file}`;
  };
  const drawn = (file: string) =>
    add(file, readFileSync(new URL(`src/shared/icons/${file}`, import.meta.url)));
  const looks = lookIds.map((id) => {
    const drawing = drawings[id];
    const [touch, small, large] = [180, 192, 512].map((size) => drawn(`${drawing}-${size}.png`));
    const manifest = (name: string, address: string) =>
      add(
        'home.webmanifest',
        JSON.stringify({
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
        }),
      );
    const manifests = Object.fromEntries(
      Object.entries(lookNames[id]).map(([language, name]) => [language, manifest(name, '/')]),
    );
    return { id, icon: drawn(`${drawing}.svg`), touch, small, manifests, manifest };
  });
  const [own] = looks;
  const pages: Readonly<Record<string, string | undefined>> = {
    '/phone.html': own?.manifests['nl'],
    '/team.html': own?.manifest('Team', '/team'),
  };
  return {
    name: 'home-screen',
    configResolved({ command }) {
      building = command === 'build';
    },
    buildStart() {
      if (!building) return;
      for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
    },
    resolveId: (id) => (id === looksModule ? `\0${looksModule}` : undefined),
    load: (id) => {
      if (id !== `\0${looksModule}`) return undefined;
      const worn = looks.map(({ id, icon, touch, small, manifests }) => [
        id,
        { icon, touch, small, manifests },
      ]);
      return `export const files = ${JSON.stringify(Object.fromEntries(worn))};`;
    },
    transformIndexHtml: (_html, { path }) => {
      const manifest = pages[path];
      if (!building || own === undefined || manifest === undefined) return [];
      return [
        { tag: 'link', attrs: { rel: 'manifest', href: manifest }, injectTo: 'head' },
        {
          tag: 'link',
          attrs: { rel: 'icon', type: 'image/png', sizes: '192x192', href: own.small },
          injectTo: 'head',
        },
        { tag: 'link', attrs: { rel: 'apple-touch-icon', href: own.touch }, injectTo: 'head' },
      ];
    },
  };
}
