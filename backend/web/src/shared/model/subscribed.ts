/** What a browser has of a worker's registration, as far as it is woken by it; some have none. */
export interface Subscribed {
  readonly pushManager?: {
    getSubscription(): Promise<{ unsubscribe(): Promise<boolean> } | null>;
  };
}

/** From here on nobody wakes this browser. */
export async function dropSubscription({ pushManager }: Subscribed): Promise<void> {
  await (await pushManager?.getSubscription())?.unsubscribe();
}
