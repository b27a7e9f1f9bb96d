/** What came last of something that is fetched anew as it changes: what is shown stays until the next is there, with all that was typed in it. */
export class Latest<T> {
  value = $state.raw<T>();
  failed = $state(false);

  /** To be made while a component is: `fetches` runs again as soon as what it reads changes. */
  constructor(fetches: () => Promise<T>) {
    $effect(() => {
      let wanted = true;
      this.failed = false;
      fetches().then(
        (value) => {
          if (wanted) this.value = value;
        },
        () => {
          if (wanted) this.failed = true;
        },
      );
      return () => {
        wanted = false;
      };
    });
  }
}
