/** One covered component: its name and its value (RFC 9421 section 2). */
export type SignatureComponent = readonly [name: string, value: string];

/** The parameters of a signature, in the order in which they are written. */
export interface SignatureParameters {
  /** Seconds since 1970. */
  readonly created: number;
  readonly nonce?: string;
  readonly keyid: string;
  readonly alg?: string;
}

/** The value of `@signature-params`, which is also that of `Signature-Input` (RFC 9421 section 2.3). */
export function signatureParams(names: readonly string[], parameters: SignatureParameters): string {
  const list = names.map((name) => `"${name}"`).join(' ');
  const nonce = parameters.nonce === undefined ? '' : `;nonce="${parameters.nonce}"`;
  const alg = parameters.alg === undefined ? '' : `;alg="${parameters.alg}"`;
  return `(${list});created=${parameters.created}${nonce};keyid="${parameters.keyid}"${alg}`;
}

/** The text that is signed (RFC 9421 section 2.5), without a line feed at its end. */
export function signatureBase(
  components: readonly SignatureComponent[],
  parameters: SignatureParameters,
): string {
  const lines = components.map(([name, value]) => `"${name}": ${value}`);
  const names = components.map(([name]) => name);
  return [...lines, `"@signature-params": ${signatureParams(names, parameters)}`].join('\n');
}
