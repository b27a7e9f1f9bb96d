import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type PreviewServer, type ViteDevServer } from 'vite';
import { builtKeys } from './built-keys.config.js';
import { compressed } from './compressed.config.js';
import { firstScreen } from './first-screen.config.js';
import { homeScreen } from './home-screen.config.js';
import { fileList, pageWorker } from './page-worker.config.js';

/** Where `npm run dev` finds a running server: the pages sign their own host name, so it is passed on unchanged. */
const backend = process.env['OPSTAP_SERVER'] ?? 'http://localhost:8080';
const proxy = { target: backend, changeOrigin: false };

/** Among all letters a word comes out by chance, sooner or later, and it would stand in her page: it did. */
const hashCharacters = 'hex';

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
    firstScreen(),
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
      output: {
        entryFileNames: 'assets/part-[hash].js',
        chunkFileNames: 'assets/part-[hash].js',
        hashCharacters,
      },
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
        hashCharacters,
        chunkFileNames: 'assets/part-[hash].js',
        assetFileNames: ({ names }) =>
          names.some((name) => /\.(css|woff)$/.test(name))
            ? 'assets/part-[hash][extname]'
            : 'assets/[name]-[hash][extname]',
        // What every visit needs comes in few parts: each costs a request and its headers.
        codeSplitting: {
          groups: [
            // Of what asks for her words, before anything else runs.
            {
              name: 'part',
              test: /vite\/preload-helper|src\/shared\/(api\/(first-words|fragment)\b|model\/words\.)|src\/phone\/(api\/(speaking|leaving)|model\/(words|double-press))\./,
              minShareCount: 2,
            },
            // Of the first screen of either page, which nothing else holds up.
            {
              name: 'part',
              test: /node_modules\/svelte\/|protocol\/(dist|typescript\/dist)\/(json\/json-value|id\/|problem\/|session\/(breathe|environment|retry)\b|vocabulary|geography\/municipality-code|storage\/(memory-storage|storage)\b|wire\/(bytes|time)\b)|src\/shared\/(icons\/icon\.|api\/(page|storage|surroundings|saving|repeating|single-tab|phrase-making)\b|model\/(moments|trouble|text-length|plan-typed|sent-words)\.|views\/(Note|Failed|LanguageSwitch|SampleBanner)\b)|src\/phone\/(api\/(kept-look|leads)|model\/(draft|emergency|first-message|forgetting|later-words|lead-standing|lead-words|passing|safe-words|trouble-words)|views\/(LeadPart|MemoryText|SafePart|TroubleNote))\.(svelte|ts)/,
              minShareCount: 2,
            },
            // What is loaded after it.
            {
              name: 'part',
              test: /protocol\/(dist|typescript\/dist)\/(wire|json|session|payload|geography|routing|care\/|storage\/ending)|@noble\/(hashes\/(sha2|utils|_md|_u64)|ciphers)|src\/shared\/(api\/|model\/(check-in-words|handover-words|map-cells|moment-words|names|facet-words|referral-catalogues)\.|views\/(HandoverCardPart|focus|Named|Messages|ReferralPart)\b)|src\/phone\/(model\/(care-words|choices|progress)|views\/Referral)\.(svelte|ts)/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
});
