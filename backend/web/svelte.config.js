/** `tree` builds elements one by one: no markup is ever parsed from text, so the strictest policy holds. */
export default {
  compilerOptions: { runes: true, fragments: 'tree', css: 'external' },
};
