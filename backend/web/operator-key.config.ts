import type { Plugin } from 'vite';

/** Says beside the pages, and served to nobody, with which operator's key they were built: ops/lib.sh builds anew where it is another. */
export function operatorKey(): Plugin {
  return {
    name: 'operator-key',
    apply: 'build',
    buildStart() {
      const source = process.env['VITE_OPERATOR_KEY'] ?? '';
      this.emitFile({ type: 'asset', fileName: 'operator-key', source });
    },
  };
}
