import { execFile } from 'node:child_process';
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { library } from './server.js';

const run = promisify(execFile);
const password = 'of-tests';
/** A certificate of its own for `localhost`, in a file that Node serves with and Java trusts. */
const makesCertificate =
  '. "$0"; find_jdk; exec "$java_home/bin/keytool" -genkeypair -alias a -keyalg EC -groupname secp256r1 -dname CN=localhost -ext san=dns:localhost -storetype PKCS12 -keystore "$1" -storepass "$2"';

/** What a server asked a push service to bring to a browser. */
export interface Notice {
  readonly path: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  /** As it was sealed. */
  readonly body: Buffer;
}

/** Plays the push service of a browser, on loopback: takes whatever a server sends, and brings nothing anywhere by itself. */
export class PushService {
  readonly notices: Notice[] = [];
  readonly port: number;
  readonly #folder: string;
  readonly #server: Server;

  private constructor(folder: string, server: Server, port: number) {
    this.#folder = folder;
    this.#server = server;
    this.port = port;
  }

  static async start(): Promise<PushService> {
    const folder = mkdtempSync(join(tmpdir(), 'opstap-push-'));
    const file = join(folder, 'certificate.p12');
    await run('bash', ['-c', makesCertificate, library, file, password]);
    const server = createServer({ pfx: readFileSync(file), passphrase: password });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const service = new PushService(folder, server, address.port);
    server.on('request', async (asked, answer) => {
      const pieces: Buffer[] = [];
      for await (const piece of asked) pieces.push(piece);
      service.notices.push({ path: asked.url ?? '', headers: asked.headers, body: Buffer.concat(pieces) });
      answer.writeHead(201).end();
    });
    return service;
  }

  /** What a server takes to know this push service. */
  get options(): readonly string[] {
    return ['--test-push-service', `localhost:${this.port}`];
  }

  /** What its Java takes to trust it. */
  get flags(): readonly string[] {
    const file = join(this.#folder, 'certificate.p12');
    return [`-Djavax.net.ssl.trustStore=${file}`, `-Djavax.net.ssl.trustStorePassword=${password}`];
  }

  async end(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The keys of a browser's subscription, and what they open (RFC 8291). */
export class SubscriptionKeys {
  readonly #pair = createECDH('prime256v1');
  readonly p256dh = this.#pair.generateKeys();
  readonly auth = randomBytes(16);

  /** What was sealed for them. */
  open(body: Buffer): Buffer {
    const salt = body.subarray(0, 16);
    const keyEnd = 21 + body.readUInt8(20);
    const serverKey = body.subarray(21, keyEnd);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.p256dh, serverKey]);
    const input = Buffer.from(hkdfSync('sha256', this.#pair.computeSecret(serverKey), this.auth, info, 32));
    const derive = (name: string, length: number) =>
      Buffer.from(hkdfSync('sha256', input, salt, `Content-Encoding: ${name}\0`, length));
    const cipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
    cipher.setAuthTag(body.subarray(-16));
    const padded = Buffer.concat([cipher.update(body.subarray(keyEnd, -16)), cipher.final()]);
    return padded.subarray(0, padded.lastIndexOf(2));
  }
}
