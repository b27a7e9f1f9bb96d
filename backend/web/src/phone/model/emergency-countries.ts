/** The countries that she can choose between: the Union and its neighbours, the Dutch islands, and where the pages' languages are spoken (ISO 3166-1). */
export const countries = [
  ...['NL', 'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT'],
  ...['LT', 'LU', 'LV', 'MT', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'CH', 'GB', 'IS', 'LI', 'MD', 'NO', 'TR'],
  ...['AW', 'BQ', 'BR', 'CO', 'CW', 'DO', 'SR', 'TH'],
] as const;

export interface NamedCountry {
  readonly code: string;
  readonly name: string;
}

/** All of them with their names in a language, the Netherlands first and the others by name. */
export function namedCountries(language: string): readonly NamedCountry[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const named = countries.map((code) => ({ code, name: names.of(code) ?? code }));
  const [home, ...abroad] = named;
  return [
    ...(home === undefined ? [] : [home]),
    ...abroad.sort((a, b) => a.name.localeCompare(b.name, language)),
  ];
}
