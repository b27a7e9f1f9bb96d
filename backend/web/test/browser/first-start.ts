import type { TestProject } from 'vitest/node';
import { TestServer } from './server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a server that has started and ended: its database with tables, keys and samples. */
    readonly firstStart: string;
  }
}

let server: TestServer | undefined;

/** Making a database takes a server longer than starting on one, so it is made once, and every server of a test begins with a copy. */
export async function setup(project: TestProject): Promise<void> {
  server = await TestServer.startArchiving();
  await server.stop();
  project.provide('firstStart', server.data);
}

export async function teardown(): Promise<void> {
  await server?.end();
}
