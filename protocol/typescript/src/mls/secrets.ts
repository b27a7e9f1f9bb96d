/** Overwrites secrets with zeros when called; as far as JavaScript lets anybody, which is the copy that is held here. */
export function eraser(secrets: readonly Uint8Array[]): () => void {
  return () => {
    for (const secret of secrets) secret.fill(0);
  };
}
