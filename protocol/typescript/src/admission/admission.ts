import type { ProgrammeId } from '../id/branded-id.js';
import type { Bytes } from '../json/base64url.js';
import { MalformedTokenError } from '../privacypass/malformed-token-error.js';
import {
  type PrivateTokenChallenge,
  readPrivateTokenChallenge,
  writePrivateTokenCredentials,
} from '../privacypass/private-token.js';
import type { Token } from '../privacypass/token.js';
import { challengeDigest, type TokenChallenge } from '../privacypass/token-challenge.js';
import { hasCode, OpstapError } from '../problem/opstap-error.js';
import { ProblemError } from '../problem/problem.js';
import type { ApiAnswer, ApiRequest } from '../session/http-transport.js';
import { withRetry } from '../session/retry.js';
import type { Storage, StorageChange } from '../storage/storage.js';
import { sameBytes } from '../wire/bytes.js';
import type { JsonValue } from '../wire/canonical-json.js';
import { cardSecret } from './card-secret.js';
import type { CardWords } from './card-words.js';
import { CardHolder, type HeldCard } from './held-card.js';
import type { IssuanceParts } from './issuance.js';
import { isOrdinary, ordinaryChallenge } from './ordinary-challenge.js';
import { Purse } from './purse.js';

/** A whole purse may turn out to be worthless, one token after the other, before fresh ones come. */
const mostRefusals = 8;
/** How often a batch is got for one conversation: two are enough for the dearest, and one may be worthless. */
const mostBatches = 3;

export interface AdmissionParts extends IssuanceParts {
  /** Whether a programme's conversations are opened by its cards now, so that a card is kept for that. */
  readonly opensByCard: (programme: ProgrammeId) => boolean;
}

/** Whoever needs a token for one request, and keeps it until that is answered. */
export interface TokenHolder {
  /** The token for the request; null where it has none yet. */
  readonly token: Token | null;
  /** The changes of storage by which it has another one. */
  changesFor(token: Token): readonly StorageChange[];
  /** Those changes are written. */
  holds(token: Token): void;
}

/** The right to open pseudonyms: tokens, got ahead of need where possible, and spent one for each (purse.md). */
export class Admission {
  readonly #parts: AdmissionParts;
  readonly #storage: Storage;
  readonly #purse: Purse;
  readonly #cards: CardHolder;
  /** By the issuer's name: in ordinary challenges nothing else differs. */
  readonly #getting = new Map<string, Promise<void>>();

  constructor(storage: Storage, parts: AdmissionParts) {
    this.#parts = parts;
    this.#storage = storage;
    this.#purse = new Purse(storage);
    this.#cards = new CardHolder(storage);
  }

  /**
   * Takes a card that somebody shows, in place of an earlier one: it pays for the next tokens. Gives the programme that it is of. Throws
   * `card-invalid`, further problems, and `network-failure`; nothing is kept then.
   */
  async takeCard(words: CardWords): Promise<ProgrammeId> {
    const secret = cardSecret(words);
    const { programmeOfCard } = await issuance();
    const programme = await programmeOfCard(secret, this.#parts);
    const held = await this.#cards.card();
    // The same card shown again goes on with what it was asked to pay for.
    const isHeld = held !== undefined && sameBytes(held.secret, secret);
    if (!isHeld) await this.#cards.keep({ secret, programme, batch: null });
    return programme;
  }

  /**
   * Sends a request until it is answered, with a token where there is one or the server asks for one (RFC 9577). A token goes with
   * the same request always, also after a restart, and is only ever followed by another once the server refused it (PRS-4).
   *
   * Throws what getting tokens throws, `token-challenge-refused` where the server asks for a token that would set this phone apart
   * (PRS-1), problems, and `network-failure`.
   */
  async send(holder: TokenHolder, request: ApiRequest): Promise<ApiAnswer> {
    const { transport } = this.#parts;
    if (holder.token === null) await this.#take(holder, () => true);
    for (let refusals = 0; ; refusals += 1) {
      try {
        const authorization = authorizationOf(holder.token);
        return await withRetry(transport.environment, () => transport.send(request, authorization));
      } catch (error) {
        const asked = askedBy(error);
        if (asked === undefined || refusals === mostRefusals) throw error;
        await this.#answer(asked, holder, hasCode(error, 'token-spent'));
      }
    }
  }

  /**
   * Gets tokens where there are none, or a card pays for them, so that nobody waits for them later, and so that getting and spending are
   * apart in time. Throws what getting tokens throws.
   */
  async prepare(): Promise<void> {
    const paid = (await this.#payingCard()) !== undefined;
    if (paid || (await this.#purse.size()) === 0) await this.#get(ordinaryChallenge(this.#host));
  }

  /**
   * Takes so many tokens for a conversation, beside the one that opens its pseudonym, with the changes that keep them with it from then on
   * (PRS-12). Throws what getting tokens throws.
   */
  async collect(
    count: number,
    keep: (tokens: readonly Token[]) => readonly StorageChange[],
  ): Promise<readonly Token[]> {
    const challenge = ordinaryChallenge(this.#host);
    const digest = challengeDigest(challenge);
    const fits = (token: Token) => sameBytes(token.challengeDigest, digest);
    for (let batches = 0; batches <= mostBatches; batches += 1) {
      const tokens = await this.#purse.take(count, fits, keep);
      if (tokens.length > 0) return tokens;
      await this.#get(challenge);
    }
    throw new OpstapError('tokens-refused');
  }

  /** Hands over the card of a programme, with the changes that keep it somewhere else; undefined where there is none (PRS-13). */
  async handOverCard(
    programme: ProgrammeId,
    keep: (secret: Bytes) => readonly StorageChange[],
  ): Promise<Bytes | undefined> {
    const card = await this.#cards.card();
    if (card?.programme !== programme) return undefined;
    await this.#storage.write([...this.#cards.removal, ...keep(card.secret)]);
    return card.secret;
  }

  /** The card that pays for tokens: not one that opens a conversation by itself. */
  async #payingCard(): Promise<HeldCard | undefined> {
    const card = await this.#cards.card();
    return card === undefined || this.#parts.opensByCard(card.programme) ? undefined : card;
  }

  /** Has the holder keep a token for the challenge, which is not the one that was refused. */
  async #answer(
    { challenge, tokenKey }: PrivateTokenChallenge,
    holder: TokenHolder,
    wasSpent: boolean,
  ): Promise<void> {
    if (!isOrdinary(challenge, this.#host)) throw new OpstapError('token-challenge-refused');
    const digest = challengeDigest(challenge);
    const refused = holder.token?.tokenKeyId ?? tokenKey.tokenKeyId;
    // Where an older key is refused, its month is over; else it is about that token alone.
    const isOver = !wasSpent && !sameBytes(refused, tokenKey.tokenKeyId);
    const fits = (token: Token) =>
      sameBytes(token.challengeDigest, digest) && !(isOver && sameBytes(token.tokenKeyId, refused));
    if (await this.#take(holder, fits)) return;
    await this.#get(challenge);
    if (!(await this.#take(holder, fits))) throw new OpstapError('tokens-refused');
  }

  async #take(holder: TokenHolder, fits: (token: Token) => boolean): Promise<boolean> {
    const keep = (taken: readonly Token[]) => taken.flatMap((each) => holder.changesFor(each));
    const [token] = await this.#purse.take(1, fits, keep);
    if (token === undefined) return false;
    holder.holds(token);
    return true;
  }

  /** Whoever needs tokens for a challenge while others get some for it waits for those. */
  #get(challenge: TokenChallenge): Promise<void> {
    const known = this.#getting.get(challenge.issuerName);
    if (known !== undefined) return known;
    const getting = this.#getNow(challenge).finally(() => this.#getting.delete(challenge.issuerName));
    this.#getting.set(challenge.issuerName, getting);
    return getting;
  }

  async #getNow(challenge: TokenChallenge): Promise<void> {
    if (await this.#getForCard(challenge)) return;
    const { getTokens } = await issuance();
    await this.#purse.add(await getTokens(challenge, this.#parts));
  }

  /** Whether a card paid. One that can't is forgotten: there is another way in for everybody (PRS-9). */
  async #getForCard(challenge: TokenChallenge): Promise<boolean> {
    const card = await this.#payingCard();
    if (card === undefined) return false;
    const { getTokensForCard } = await issuance();
    try {
      const keep = (batch: JsonValue) => this.#cards.keep({ ...card, batch });
      const tokens = await getTokensForCard(challenge, this.#parts, card, keep);
      await this.#purse.add(tokens, this.#cards.removal);
      return true;
    } catch (error) {
      if (!hasCode(error, 'card-invalid', 'card-used-up', 'tokens-refused')) throw error;
      await this.#cards.forget();
      return false;
    }
  }

  get #host(): string {
    return this.#parts.transport.url('/').hostname;
  }
}

/** What blinds and solves is large, and is needed once in a while. */
function issuance() {
  return import('./issuance.js');
}

function authorizationOf(token: Token | null): Readonly<Record<string, string>> {
  return token === null ? {} : { Authorization: writePrivateTokenCredentials(token) };
}

/** What a refusal asks for, or undefined where a token is not what is missing. */
function askedBy(error: unknown): PrivateTokenChallenge | undefined {
  if (!(error instanceof ProblemError) || error.authenticate === undefined) return undefined;
  try {
    return readPrivateTokenChallenge(error.authenticate);
  } catch (malformed) {
    if (malformed instanceof MalformedTokenError) return undefined;
    throw malformed;
  }
}
