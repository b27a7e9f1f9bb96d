/** Browsers that most phones come with or are given; each hides a visit in its own way. */
export const browserKinds = ['chrome', 'safari', 'samsung', 'firefox'] as const;
export type BrowserKind = (typeof browserKinds)[number];

/** What they call themselves, in every language. */
export const browserNames: Readonly<Record<BrowserKind, string>> = {
  chrome: 'Chrome',
  safari: 'Safari (iPhone, iPad)',
  samsung: 'Samsung Internet',
  firefox: 'Firefox',
};

/** Which one a browser says that it is; null where it is none of them. All others say the names of these beside their own. */
export function browserKind(userAgent: string): BrowserKind | null {
  if (/SamsungBrowser\//.test(userAgent)) return 'samsung';
  if (/Firefox\/|FxiOS\//.test(userAgent)) return 'firefox';
  if (/Edg|OPR\/|OPT\/|DuckDuckGo|Brave|UCBrowser|Vivaldi/.test(userAgent)) return null;
  if (/Chrome\/|CriOS\//.test(userAgent)) return 'chrome';
  return /Safari\//.test(userAgent) ? 'safari' : null;
}

/** All of them, the one that she uses first. */
export function browsersFor(userAgent: string): readonly BrowserKind[] {
  const hers = browserKind(userAgent);
  return hers === null ? browserKinds : [hers, ...browserKinds.filter((each) => each !== hers)];
}
