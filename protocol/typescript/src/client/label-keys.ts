import type { LabelKeys } from '../admission/team-cards.js';
import { findProgramme } from '../directory/release.js';
import { OpstapError } from '../problem/opstap-error.js';
import type { SeatKey } from '../session/seat-key.js';
import { loadProgrammeKey } from './programme-key.js';
import type { DirectoryHolding } from './trusted-directory.js';
import type { DeviceParts } from './worker-conversation.js';

/** What a device seals and opens labels of cards with: its seat key, and the programme's key as the release names it (ADM-42). */
export function labelKeysOf(parts: DeviceParts, { secretKey }: SeatKey): LabelKeys {
  const { programme, storage, directory } = parts;
  const namedIn = ({ release }: DirectoryHolding) => findProgramme(release.content, programme)?.publicKey;
  return {
    async programmeKey() {
      const key = namedIn(await directory.refresh());
      if (key === undefined) throw new OpstapError('unknown-programme');
      return key;
    },
    async reader() {
      const key = directory.holding && namedIn(directory.holding);
      const programmeSeed = key && (await loadProgrammeKey(storage, key));
      return { programme, deviceSeed: secretKey, programmeSeed };
    },
  };
}
