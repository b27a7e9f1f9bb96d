import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSeeker, type Seeker } from '@opstap/protocol/client/seeker-client';
import type { SeekerConversation, SeekerText } from '@opstap/protocol/client/seeker-conversation';
import { openWorker, type Worker } from '@opstap/protocol/client/worker-client';
import { parseDocument, signDocument } from '@opstap/protocol/directory/document';
import type { ProgrammeProposal } from '@opstap/protocol/directory/programme-proposal';
import { type ProgrammeStatus, programmeStatusFormat } from '@opstap/protocol/directory/programme-status';
import { releaseFormat } from '@opstap/protocol/directory/release';
import { idToBytes, type ProgrammeId, parseId } from '@opstap/protocol/id/branded-id';
import { MemoryStorage } from '@opstap/protocol/storage/memory-storage';
import { publicKeyOf } from '@opstap/protocol/wire/ed25519';
import { inject } from 'vitest';

const { OPSTAP_JAR: otherJar } = process.env;
/** The server that is tried. */
export const jar = otherJar ?? fileURLToPath(new URL('../../../target/opstap-backend.jar', import.meta.url));
/** What the scripts of `ops` share. */
export const library = fileURLToPath(new URL('../../../../ops/lib.sh', import.meta.url));
/**
 * As `ops/run` starts it, but never building anything: pictures that the tests were asked to write are newer than the jar. For a
 * server that lives a minute, the compiler's last stage costs more than it gains.
 */
const script =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
  '. "$0"; find_jdk; exec "$java_home/bin/java" "${server_flags[@]}" -XX:TieredStopAtLevel=1 "$@"';
/** The database program, unpacked, in a server's folder. */
const program = 'mariadb-program';

/** The classes of a server as `first-start.ts` has them archived, in its folder. */
export const archive = 'classes.jsa';

/** For Java, with the same class path: it need not read and check each class anew. */
export function withArchive(firstStart: string): readonly string[] {
  return [`-XX:SharedArchiveFile=${join(firstStart, archive)}`];
}

/** What the sample server prints for one programme. */
interface SampleInvitations {
  readonly name: string;
  readonly invitations: readonly string[];
  readonly coordinator: string;
  readonly coordinators: readonly string[];
}

/** A server of the test's own, with its own data, on a port of its own. */
export class TestServer {
  readonly url: string;
  readonly port: number;
  /** Its own, and gone with it. */
  readonly data: string;
  readonly #options: readonly string[];
  readonly #flags: string[];
  #process: ChildProcess | undefined;

  private constructor(port: number, options: readonly string[], flags: readonly string[]) {
    this.port = port;
    this.#options = options;
    this.#flags = [...flags];
    this.url = `http://localhost:${port}`;
    this.data = mkdtempSync(join(tmpdir(), 'opstap-browser-'));
  }

  /** Begins with what a server had made by its first start (`first-start.ts`). `options` go to the server beside port and folder, `flags` to Java whenever it starts. */
  static async start(options: readonly string[] = [], flags: readonly string[] = []): Promise<TestServer> {
    const first = inject('firstStart');
    const server = new TestServer(await freePort(), options, [...withArchive(first), ...flags]);
    const own = (path: string) => basename(path) !== program && basename(path) !== archive;
    cpSync(first, server.data, { recursive: true, filter: own });
    symlinkSync(join(first, program), join(server.data, program));
    await server.start();
    return server;
  }

  /** Makes everything itself: the database, its tables, the samples. */
  static async startFirst(options: readonly string[] = []): Promise<TestServer> {
    const server = new TestServer(await freePort(), options, withArchive(inject('firstStart')));
    await server.start();
    return server;
  }

  /** The first server of all, which archives its classes as it ends, for every other. */
  static async startArchiving(): Promise<TestServer> {
    const server = new TestServer(await freePort(), [], []);
    server.#flags.push(`-XX:ArchiveClassesAtExit=${join(server.data, archive)}`);
    await server.start();
    return server;
  }

  /** Starts again, too, on what is there. */
  async start(): Promise<void> {
    const where = ['--port', String(this.port), '--data', this.data];
    const command = ['-c', script, library, ...this.#flags, '-jar', jar, ...where, ...this.#options];
    const started = spawn('bash', command, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process = started;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const listen = (piece: Buffer) => {
        said += piece.toString();
        if (said.includes('more invitations')) resolve();
      };
      started.stdout.on('data', listen);
      started.stderr.on('data', listen);
      started.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    });
    started.removeAllListeners('exit');
  }

  async stop(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    await ended;
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }

  /** The next release, signed by the sample operator, without the programmes whose name has a word in it. */
  async releaseWithout(word: string): Promise<string> {
    const newest = await (await fetch(`${this.url}/v1/directory/release`)).text();
    const { digest, unverifiedContent } = parseDocument(releaseFormat, new TextEncoder().encode(newest));
    const content = {
      ...unverifiedContent,
      number: unverifiedContent.number + 1,
      previous: digest,
      programmes: unverifiedContent.programmes.filter(({ name }) => !name.includes(word)),
    };
    return new TextDecoder().decode(signDocument(releaseFormat, content, this.#key('operator')).envelope);
  }

  /** Publishes the next status of the sample programme whose name has a word in it, signed by it, from a coordinator's device of its own. */
  async changeStatus(word: string, change: Partial<ProgrammeStatus>): Promise<void> {
    const programme = this.#programme(word);
    const worker = await this.#colleague(word);
    const { statuses }: { statuses: object[] } = await (
      await fetch(`${this.url}/v1/directory/statuses`)
    ).json();
    const current = statuses
      .map((each) => parseDocument(programmeStatusFormat, new TextEncoder().encode(JSON.stringify(each))))
      .map(({ unverifiedContent }) => unverifiedContent)
      .find((status) => status.programme === programme);
    if (current === undefined) throw new Error(`${word} has no status`);
    const next = { ...current, ...change, number: current.number + 1 };
    const seed = this.#key(Buffer.from(idToBytes(programme)).toString('hex'));
    const { envelope } = signDocument(programmeStatusFormat, next, seed);
    const target = `/v1/directory/statuses/${programme}`;
    const body = JSON.parse(new TextDecoder().decode(envelope));
    await worker.session.request({ method: 'PUT', target, body });
  }

  /** What the sample programme whose name has a word in it proposes, as a colleague's device reads it. */
  async proposalOf(word: string): Promise<ProgrammeProposal | null> {
    const worker = await this.#colleague(word);
    await worker.directory.refresh();
    return worker.programme.proposal();
  }

  /** A device without a page of the sample programme whose name has a word in it, and what it keeps. It can be let in. */
  async device(word: string): Promise<{ readonly worker: Worker; readonly storage: MemoryStorage }> {
    const storage = new MemoryStorage();
    const operatorKey = publicKeyOf(this.#key('operator'));
    const worker = await openWorker({ baseUrl: this.url, operatorKey, storage });
    await worker.register(parseId('inv', this.invitation(word)));
    await worker.awaitCredential(250, 240);
    await worker.keepStock(10);
    return { worker, storage };
  }

  /** Which one the sample programme is whose name has a word in it. */
  programme(word: string): ProgrammeId {
    return this.#programme(word);
  }

  /** A phone without a page that has begun a conversation with the sample programme whose name has a word in it. */
  async begins(word: string, text: SeekerText): Promise<{ seeker: Seeker; hers: SeekerConversation }> {
    const operatorKey = publicKeyOf(this.#key('operator'));
    const seeker = await openSeeker({ baseUrl: this.url, operatorKey, storage: new MemoryStorage() });
    await seeker.directory.refresh();
    const hers = await seeker.begin(this.#programme(word));
    await hers.send(text);
    await hers.sync();
    return { seeker, hers };
  }

  /** A coordinator's device without a page. */
  async #colleague(word: string): Promise<Worker> {
    const known = this.#colleagues.get(word);
    if (known !== undefined) return known;
    const worker = await openWorker({
      baseUrl: this.url,
      operatorKey: publicKeyOf(this.#key('operator')),
      storage: new MemoryStorage(),
    });
    await worker.register(parseId('inv', this.coordinator(word)));
    this.#colleagues.set(word, worker);
    return worker;
  }

  #key(name: string): Uint8Array {
    return readFileSync(join(this.data, 'sample', `${name}.key`));
  }

  #programme(word: string): ProgrammeId {
    const [id = ''] = Object.entries(this.#invitations()).find(([, { name }]) => name.includes(word)) ?? [];
    return parseId('prg', id);
  }

  #invitations(): Record<string, SampleInvitations> {
    return JSON.parse(readFileSync(join(this.data, 'sample', 'invitations.json'), 'utf8'));
  }

  /** A fresh invitation of a coordinator of the sample programme whose name has a word in it. */
  coordinator(word: string): string {
    return this.#next(word, 'coordinators');
  }

  /** The file with the key of the sample programme whose name has a word in it. */
  keyFile(word: string): string {
    return join(this.data, 'sample', `${Buffer.from(idToBytes(this.#programme(word))).toString('hex')}.key`);
  }

  /** A fresh invitation of the sample programme whose name has a word in it. */
  invitation(word: string): string {
    return this.#next(word, 'invitations');
  }

  #next(word: string, kind: 'invitations' | 'coordinators'): string {
    const found = Object.values(this.#invitations()).find(({ name }) => name.includes(word));
    const taken = this.#taken.get(`${kind} ${word}`) ?? 0;
    this.#taken.set(`${kind} ${word}`, taken + 1);
    const offered =
      kind === 'invitations' ? found?.invitations : found && [found.coordinator, ...found.coordinators];
    const invitation = offered?.[taken];
    if (invitation === undefined) throw new Error(`no invitation left for ${word}`);
    return invitation;
  }

  readonly #taken = new Map<string, number>();
  readonly #colleagues = new Map<string, Worker>();
}

/** A port on which nobody listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
