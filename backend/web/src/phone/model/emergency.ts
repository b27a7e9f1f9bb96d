/**
 * Countries where the number to call in danger is not 112; the police's, where services have one each. BQ, BR and TH are compared with
 * libphonenumber's ShortNumberMetadata.xml, BQ with its police, CW and DO with travel guides; AW, CO and SR are commonly given and want
 * the word of somebody who lives there. 112 is that of the European Union by Directive (EU) 2018/1972, article 109.
 */
const others: Readonly<Record<string, string | undefined>> = {
  AW: '911',
  BQ: '911',
  BR: '190',
  CO: '123',
  CW: '911',
  DO: '911',
  SR: '115',
  TH: '191',
};

/** The number to call in danger, by country (ISO 3166-1): 112, which phones connect nearly everywhere, where no other is known. */
export function emergencyNumber(country: string): string {
  return others[country] ?? '112';
}
