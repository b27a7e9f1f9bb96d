import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/** Bytes: what is larger comes when she asks for it, and is not fetched ahead for a time without a connection; as little as fonts are. */
const largest = 300_000;
const worker = 'worker.js';
const named = /[\w-]+(?:\.[\w-]+)*\.(?:js|css|json|svg|png|woff|webmanifest)\b/g;

/**
 * Builds the worker that keeps the phone's page at hand: one script of an address that never changes, which every browser takes. It has
 * the release key in it, and nothing that changes with a release: so it is the same in most of them.
 */
export function pageWorker(): Plugin {
  return {
    name: 'page-worker',
    apply: 'build',
    async generateBundle() {
      const entry = fileURLToPath(new URL('src/worker/worker.ts', import.meta.url));
      const made = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        envPrefix: 'VITE_RELEASE_',
        build: {
          target: 'es2022',
          write: false,
          copyPublicDir: false,
          lib: { entry, formats: ['iife'], name: 'keeper', fileName: () => worker },
        },
      });
      const [output] = Array.isArray(made) ? made : [made];
      const script =
        output !== undefined && 'output' in output
          ? output.output.find(({ type }) => type === 'chunk')
          : undefined;
      if (script?.type !== 'chunk') throw new Error('the worker was not built');
      this.emitFile({ type: 'asset', fileName: worker, source: script.code });
    },
  };
}

interface Listed {
  /** Where it is served. */
  readonly path: string;
  readonly file: string;
  /** Whether the phone's page needs it without a connection. */
  readonly offline: boolean;
}

/** Says beside the pages, and served to nobody, which files are served, and which of them the phone needs offline: the signed list is made of that (REL-2). */
export function fileList(): Plugin {
  return {
    name: 'file-list',
    apply: 'build',
    writeBundle: {
      order: 'post',
      handler({ dir }, bundle) {
        if (dir === undefined) return;
        const served = Object.keys(bundle).filter((name) => pathOf(name) !== null);
        const read = (name: string) => readFileSync(join(dir, name));
        const offline = reachedFrom('phone.html', served, read);
        const list = served
          .map((file): Listed => ({ path: pathOf(file) ?? '', file, offline: offline.has(file) }))
          .sort((one, other) => (one.path < other.path ? -1 : 1));
        writeFileSync(join(dir, 'file-list.json'), JSON.stringify(list));
      },
    },
  };
}

function pathOf(file: string): string | null {
  if (file === 'phone.html') return '/';
  const page = /^(team|pannenkoeken|pancakes)\.html$/.exec(file)?.[1];
  if (page !== undefined) return `/${page}`;
  if (file === worker) return `/${file}`;
  return file.startsWith('assets/') && !file.endsWith('.br') ? `/${file}` : null;
}

/** A page and every file that it names, or that those name: whatever it may load, but what is large. */
function reachedFrom(
  page: string,
  served: readonly string[],
  read: (name: string) => Buffer,
): ReadonlySet<string> {
  const byName = new Map(served.map((file) => [file.replace(/^assets\//, ''), file]));
  const reached = new Set<string>();
  const waiting = [page];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const content = read(file);
    if (reached.has(file) || content.length > largest || /\.woff2?$/.test(file)) continue;
    reached.add(file);
    if (!/\.(?:html|js|css|webmanifest)$/.test(file)) continue;
    for (const [name] of content.toString().matchAll(named)) {
      const next = byName.get(name);
      if (next !== undefined && next !== 'team.html') waiting.push(next);
    }
  }
  reached.delete(worker);
  return reached;
}
