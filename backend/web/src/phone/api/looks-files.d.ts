/** What `home-screen.config.ts` makes for each look: addresses of files, the manifests by the tags of languages. */
declare module 'virtual:looks' {
  export const files: Readonly<
    Record<
      string,
      {
        readonly icon: string;
        readonly touch: string;
        readonly small: string;
        readonly manifests: Readonly<Record<string, string>>;
      }
    >
  >;
}
