import type { Plugin } from 'vite';

const keys = [
  ['operator-key', 'VITE_OPERATOR_KEY'],
  ['release-key', 'VITE_RELEASE_KEY'],
] as const;

/**
 * Says beside the pages, and served to nobody, with which operator's key and which release key they were built: ops/lib.sh builds anew
 * where it is another, and the server takes no list of the pages by another release key.
 */
export function builtKeys(): Plugin {
  return {
    name: 'built-keys',
    apply: 'build',
    buildStart() {
      for (const [fileName, name] of keys) {
        this.emitFile({ type: 'asset', fileName, source: process.env[name] ?? '' });
      }
    },
  };
}
