import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** `ops/run`, or what `OPSTAP_RUN` names in its place: another build of the server, for instance. */
const { OPSTAP_RUN: otherProgram } = process.env;
const program = otherProgram ?? fileURLToPath(new URL('../../../../ops/run', import.meta.url));
const patience = 600_000;

/** A server started by `ops/run` on a port and a folder of its own, so that it can be stopped and started again. */
export class ServerProcess {
  readonly port: number;
  readonly data: string;
  readonly log: string;
  readonly #options: readonly string[];
  /** What it said on its standard output, `ready` line included. */
  said = '';
  #process: ChildProcess | undefined;

  private constructor(port: number, data: string, log: string, options: readonly string[]) {
    this.port = port;
    this.#options = options;
    this.data = data;
    this.log = log;
  }

  /** `options` go to `ops/run` beside port and folder. */
  static async start(data: string, log: string, options: readonly string[] = []): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(), data, log, options);
    await server.start().catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    return server;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const child = spawn(program, ['--port', String(this.port), '--data', this.data, ...this.#options], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    const log = createWriteStream(this.log, { flags: 'a' });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`not ready after ${patience / 1000} seconds`)),
        patience,
      );
      child.stdout.on('data', (bytes: Buffer) => {
        this.said += bytes.toString('utf8');
        // The invitations of a sample server are written after it is ready, and said then.
        if (!/ready http[\s\S]*more invitations: .*\n/.test(this.said)) return;
        clearTimeout(timer);
        resolve();
      });
      child.on('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`the server ended with ${code}; see ${this.log}`));
      });
    });
  }

  /** Asks it to end, and waits until it has. */
  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }

  async restart(): Promise<void> {
    await this.stop();
    this.said = '';
    await this.start();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
