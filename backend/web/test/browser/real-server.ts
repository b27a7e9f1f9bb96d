import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { filesIn } from '../../../../protocol/typescript/test/scenario/plaintext-search.js';
import { freePort, jar, library, withArchive } from './server.js';

const run = promisify(execFile);
const web = fileURLToPath(new URL('../..', import.meta.url));
/** As `ops/run` and `ops/admin` start them, but never building anything, and for processes that live a minute at most. */
const java =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
  '. "$0"; find_jdk; exec "$java_home/bin/java" "${server_flags[@]}" -XX:TieredStopAtLevel=1 "$@"';

/**
 * A server without samples as `ops/run --samples off` starts it, with a database of its own and a host name for each audience, and its
 * operator, who has a safe for her key. Two things stand in for others: names of the own machine for names with TLS, and pages that
 * are built beside the jar for those that `VITE_OPERATOR_KEY` builds into it; the same sources, and first on the class path.
 */
export class RealServer {
  readonly phone: string;
  readonly team: string;
  readonly #port: number;
  readonly #folder = mkdtempSync(join(tmpdir(), 'opstap-real-'));
  #process: ChildProcess | undefined;
  #said = '';

  private constructor(port: number) {
    this.#port = port;
    this.phone = `http://phone.localhost:${port}`;
    this.team = `http://team.localhost:${port}`;
    for (const name of ['safe', 'office', 'class-path']) mkdirSync(join(this.#folder, name), { mode: 0o700 });
  }

  /** A server whose pages trust the operator of `operator.key`; the directory is empty. */
  static async start(): Promise<RealServer> {
    const server = new RealServer(await freePort());
    const started = server.#start();
    const said = await server.safe('key', 'generate', 'operator.key');
    await Promise.all([started, server.#buildPages(/^ +([\w-]{43})$/m.exec(said)?.[1] ?? '')]);
    return server;
  }

  async #start(): Promise<void> {
    const names = [`--phone-host=phone.localhost:${this.#port}`, `--team-host=team.localhost:${this.#port}`];
    const classes = `${join(this.#folder, 'class-path')}:${jar}`;
    const options = ['--samples=off', `--port=${this.#port}`, `--data=${this.#data}`, ...names];
    const started = spawn('bash', [
      '-c',
      java,
      library,
      '-cp',
      classes,
      'org.opstap.backend.Application',
      ...options,
    ]);
    this.#process = started;
    await new Promise<void>((resolve, reject) => {
      const listen = (piece: Buffer) => {
        this.#said += piece.toString();
        if (/^ready /m.test(this.#said)) resolve();
      };
      started.stdout.on('data', listen);
      started.stderr.on('data', listen);
      started.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${this.#said}`)));
    });
    started.removeAllListeners('exit');
  }

  async #buildPages(operatorKey: string): Promise<void> {
    const pages = join(this.#folder, 'class-path', 'web');
    const env = { ...process.env, NODE_ENV: 'production', VITE_OPERATOR_KEY: operatorKey };
    await run('node', ['node_modules/vite/bin/vite.js', 'build', '--outDir', pages], { cwd: web, env });
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  /** A file of the safe: keys, and what was signed there. */
  kept(name: string): string {
    return join(this.#folder, 'safe', name);
  }

  /** `ops/admin` where the operator's key is, without database; what it says. */
  safe(...words: readonly string[]): Promise<string> {
    return this.#admin('safe', words);
  }

  /** `ops/admin` with the data folder of the server. */
  office(...words: readonly string[]): Promise<string> {
    return this.#admin('office', [...words, '--data', this.#data]);
  }

  async #admin(place: 'safe' | 'office', words: readonly string[]): Promise<string> {
    const archived = withArchive(inject('firstStart'));
    const command = [...archived, '-cp', jar, 'org.opstap.backend.admin.Main', ...words];
    const cwd = join(this.#folder, place);
    const { stdout } = await run('bash', ['-c', java, library, ...command], { cwd });
    return stdout;
  }

  /** Makes a programme with a key of its own in the safe, for the next release; its identifier. */
  async create(name: string, key: string, ...options: readonly string[]): Promise<string> {
    await this.safe('key', 'generate', key);
    const said = await this.office(
      ...['programme', 'create', '--name', name, '--seat', 'Apeldoorn', '--languages', 'nl,en'],
      ...['--promised-minutes', '240', '--public-key', this.kept(`${key}.pub`), ...options],
    );
    return /prg_\S+/.exec(said)?.[0] ?? '';
  }

  /** Exports the first release, has it signed in the safe, and publishes it. */
  async publish(): Promise<void> {
    await this.office('directory', 'export');
    const signed = this.kept('release-1.json');
    const unsigned = join(this.#folder, 'office', 'release-1.unsigned.json');
    await this.safe('directory', 'sign', unsigned, '--key', 'operator.key', '-o', signed);
    await this.office('directory', 'publish', signed, '--operator-key', this.kept('operator.key.pub'));
  }

  /** The first invitation of a programme's coordinator. */
  async invite(programme: string): Promise<string> {
    return /inv_\S+/.exec(await this.office('invite', programme))?.[0] ?? '';
  }

  async stop(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    await ended;
  }

  /** What a stopped server leaves: its tables and their logs, and what it said. Not the database's own accounts. */
  async left(): Promise<readonly Buffer[]> {
    const database = join(this.#data, 'mariadb', 'data');
    const shared = ['ibdata1', 'ib_logfile0'].map((name) => readFileSync(join(database, name)));
    return [...(await filesIn(join(database, 'opstap'))), ...shared, Buffer.from(this.#said)];
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
