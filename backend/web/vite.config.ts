import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type PreviewServer, type ViteDevServer } from 'vite';
import { builtKeys } from './built-keys.config.js';
import { compressed } from './compressed.config.js';
import { homeScreen } from './home-screen.config.js';
import { fileList, pageWorker } from './page-worker.config.js';

/** Where `npm run dev` finds a running server: the pages sign their own host name, so it is passed on unchanged. */
const backend = process.env['OPSTAP_SERVER'] ?? 'http://localhost:8080';
const proxy = { target: backend, changeOrigin: false };

function pageAddresses(server: ViteDevServer | PreviewServer): void {
  server.middlewares.use((request, _response, next) => {
    const path = request.url?.split('?')[0];
    if (path === '/') request.url = '/phone.html';
    if (path === '/team') request.url = '/team.html';
    if (path === '/pannenkoeken' || path === '/pancakes') request.url = `${path}.html`;
    next();
  });
}

export default defineConfig({
  appType: 'mpa',
  publicDir: false,
  plugins: [
    svelte(),
    homeScreen(),
    builtKeys(),
    pageWorker(),
    compressed(),
    fileList(),
    { name: 'page-addresses', configureServer: pageAddresses },
  ],
  server: { proxy: { '/v1': proxy, '/.well-known': proxy }, fs: { allow: ['../..'] } },
  // As nameless as the other parts.
  worker: {
    format: 'es',
    rolldownOptions: {
      output: { entryFileNames: 'assets/part-[hash].js', chunkFileNames: 'assets/part-[hash].js' },
    },
  },
  build: {
    target: 'es2022',
    // A data: address would need a wider policy, and the polyfill is for browsers that can't run the rest.
    assetsInlineLimit: 0,
    // What makes her paper is large, and comes when she asks for it.
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        phone: 'phone.html',
        team: 'team.html',
        pannenkoeken: 'pannenkoeken.html',
        pancakes: 'pancakes.html',
      },
      // What a part is about is nobody's business who looks at the phone page's requests.
      output: {
        chunkFileNames: 'assets/part-[hash].js',
        assetFileNames: ({ names }) =>
          names.some((name) => /\.(css|woff)$/.test(name))
            ? 'assets/part-[hash][extname]'
            : 'assets/[name]-[hash][extname]',
        // What every visit needs comes in few parts: each costs a request and its headers.
        codeSplitting: {
          groups: [
            {
              name: 'part',
              test: /protocol\/(dist|typescript\/dist)\/(wire|json|id|problem|session|payload|vocabulary|geography|routing|storage\/(ending|memory|storage)\b)|@noble\/(hashes\/(sha2|utils|_md|_u64)|ciphers)/,
              minShareCount: 2,
            },
            {
              name: 'part',
              test: /node_modules\/svelte\/|src\/shared\/(api\/|model\/(moments|moment-words|names|words|facet-words|trouble|sent-words|text-length|referral-catalogues)\.|views\/(focus|Note|Named|Failed|Messages|LanguageSwitch|SampleBanner|ReferralPart)\b)/,
              minShareCount: 2,
            },
            {
              name: 'part',
              test: /src\/phone\/(api\/(kept-look|leads)|model\/(care-words|choices|draft|emergency|lead-standing|passing|progress|trouble-words)|views\/(Referral|TroubleNote))\.(svelte|ts)/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
});
