import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

const page = '/phone.html';
const first = '/src/phone/start.ts';

/**
 * Has the phone's page name all that its first screen is made of, so that it comes at once: the script of the page itself is small, and gets
 * her words meanwhile.
 */
export function firstScreen(): Plugin {
  return {
    name: 'first-screen',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { path, bundle = {}, chunk }) {
        if (path !== page || chunk === undefined) return [];
        const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
        const start = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(first));
        if (start === undefined) throw new Error('the first screen is no part of its own');
        const named = withImports(chunk, chunks);
        const parts = [...withImports(start, chunks)].filter((each) => !named.has(each));
        const sheets = new Set(parts.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
        for (const each of named)
          for (const sheet of each.viteMetadata?.importedCss ?? []) sheets.delete(sheet);
        return [
          ...parts.map(({ fileName }) => link('modulepreload', fileName)),
          ...[...sheets].map((fileName) => link('stylesheet', fileName)),
        ];
      },
    },
  };
}

/** A chunk and all that it can't run without. */
function withImports(
  chunk: Rolldown.OutputChunk,
  chunks: readonly Rolldown.OutputChunk[],
): ReadonlySet<Rolldown.OutputChunk> {
  const found = new Set([chunk]);
  for (const { imports } of found) {
    for (const each of chunks) if (imports.includes(each.fileName)) found.add(each);
  }
  return found;
}

function link(rel: string, fileName: string): HtmlTagDescriptor {
  return { tag: 'link', attrs: { rel, crossorigin: true, href: `/${fileName}` }, injectTo: 'head' };
}
