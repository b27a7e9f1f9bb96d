declare const kind: unique symbol;

/** A municipality's code as Statistics Netherlands writes it: `GM` and four digits. */
export type MunicipalityCode = string & { readonly [kind]: 'municipality-code' };

export function isMunicipalityCode(text: string): text is MunicipalityCode {
  return /^GM[0-9]{4}$/.test(text);
}
