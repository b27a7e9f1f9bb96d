/** The facets of a text payload, as `payload.schema.json` names them. */
export const facetNames = [
  'municipality',
  'areas',
  'gender',
  'age',
  'sectors',
  'profile',
  'residence',
  'addiction',
] as const;

export type FacetName = (typeof facetNames)[number];

export function isFacetName(text: string): text is FacetName {
  return facetNames.some((name) => name === text);
}
