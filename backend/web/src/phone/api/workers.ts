const working = new Set<Worker>();

/** Remembers a worker until it has ended. */
export function begun(worker: Worker): Worker {
  working.add(worker);
  return worker;
}

export function ended(worker: Worker): void {
  worker.terminate();
  working.delete(worker);
}

/** Ends them all, in the middle of whatever they do. */
export function endAll(): void {
  for (const worker of working) ended(worker);
}
