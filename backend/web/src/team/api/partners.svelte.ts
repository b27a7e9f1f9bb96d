import type { OwnSocialMap } from '@opstap/protocol/client/index';
import type { Partner } from '@opstap/protocol/directory/partner';
import type { SocialMap } from '@opstap/protocol/directory/social-map';
import { hasCode } from '@opstap/protocol/problem/opstap-error';
import type { TeamKey } from '../model/words.js';

/** What the social map needs from the page. */
export interface PartnersPage {
  /** Nothing before this device is registered. */
  readonly map: () => OwnSocialMap | undefined;
  /** Whether it succeeded; the page says what went wrong. */
  readonly attempt: (action: () => Promise<void>) => Promise<boolean>;
}

const refusals: Readonly<Record<string, TeamKey>> = {
  'foreign-key': 'programme.key.needed',
  'social-map-refused': 'partners.refused',
  'social-map-too-long': 'partners.too-long',
};

/** The programme's social map: read by every worker, edited and signed by its coordinator. */
export class PartnersDesk {
  /** The newest that this device knows; null where there is none. */
  map = $state.raw<SocialMap | null>(null);
  /** Whether the server was asked. */
  looked = $state(false);
  /** The list as she has changed it and not signed it yet, or null. */
  draft = $state.raw<readonly Partner[] | null>(null);
  /** Whether somebody published after what she saw, so that hers was not. */
  overtaken = $state(false);
  refusal = $state<TeamKey | null>(null);
  busy = $state(false);
  readonly #page: PartnersPage;
  /** The number of the map that her draft began with. */
  #begun: number | null = null;

  constructor(page: PartnersPage) {
    this.#page = page;
  }

  /** The list as it is edited. */
  get partners(): readonly Partner[] {
    return this.draft ?? this.map?.partners ?? [];
  }

  /** Shows what is kept here at once, and what is newer when it comes. */
  async look(): Promise<void> {
    await this.#busy(async (own) => {
      this.map = await own.held();
      this.map = await own.refresh();
      this.looked = true;
    });
  }

  edit(partners: readonly Partner[]): void {
    this.#begun ??= this.#number;
    this.draft = partners;
  }

  /** Back to what is published. */
  drop(): void {
    this.#begun = null;
    this.draft = null;
    this.overtaken = false;
  }

  /** Whether it counts now; otherwise the newest one is shown, and nothing that she changed is lost. */
  async publish(): Promise<boolean> {
    const { draft } = this;
    if (draft === null) return false;
    this.overtaken = false;
    const done = await this.#busy(async (own) => {
      try {
        this.map = await own.publish(draft, this.#begun ?? this.#number);
        this.drop();
      } catch (error) {
        if (!hasCode(error, 'social-map-changed')) throw error;
        this.map = await own.held();
        this.#begun = this.#number;
        this.overtaken = true;
      }
    });
    return done && !this.overtaken;
  }

  get #number(): number {
    return this.map?.number ?? 0;
  }

  async #busy(action: (own: OwnSocialMap) => Promise<void>): Promise<boolean> {
    const own = this.#page.map();
    if (own === undefined || this.busy) return false;
    this.busy = true;
    this.refusal = null;
    const done = await this.#page.attempt(async () => {
      try {
        await action(own);
      } catch (error) {
        const [, refusal] = Object.entries(refusals).find(([code]) => hasCode(error, code)) ?? [];
        if (refusal === undefined) throw error;
        this.refusal = refusal;
      }
    });
    this.busy = false;
    return done && this.refusal === null;
  }
}
