import type { Erasure } from '../conversation/conversation-requests.js';
import { isPseudonym } from '../conversation/conversation-view.js';
import type { LogRecord } from '../conversation/log-record.js';
import type { LogState } from '../conversation/log-state.js';
import type { Reading } from '../conversation/reading.js';
import { readPayload } from '../payload/payload-codec.js';
import type { Holder } from '../session/seat-session.js';
import { sameBytes } from '../wire/bytes.js';

/** Whether the seeker herself asked for an erasure, by what MLS says, and by nobody's word (ERA-7, ERA-11). */
export type Verdict = 'asked' | 'forged' | 'unreadable';

/** Reads the Commits that lead to the request, and the request. */
export async function checkErasure(
  state: LogState,
  reading: Reading,
  self: Holder,
  { commits, message }: Erasure,
): Promise<Verdict> {
  await state.save({ record: withoutDevices });
  for (const commit of commits) {
    if (commit.sequence <= state.record.cursor) continue;
    const { inFlight } = state.record;
    if (commit.sender === self && inFlight !== null && sameBytes(inFlight.append.message, commit.message)) {
      // Taken, and its answer lost.
      const { carries } = inFlight;
      const generation = 'commit' in carries ? carries.commit : state.record.generation;
      const record = { cursor: commit.sequence, inFlight: null, generation };
      await state.save({ group: state.pending ?? null, pending: null, record });
      continue;
    }
    const { changes, forget } = await reading.effectOf(commit);
    await state.save(changes);
    forget();
  }
  const { group } = state;
  if (group === undefined || message === null) return 'unreadable';
  try {
    const processed = await group.process(message);
    if (processed.kind !== 'application') return 'forged';
    const read = readPayload(processed.plaintext);
    const asks = read.readable && read.payload.type === 'erase';
    return asks && processed.sender.kind === 'seeker' ? 'asked' : 'forged';
  } catch {
    return 'unreadable';
  }
}

/** The server's last word is that no device has a seat any more: whoever took one out of the group by then could (E2E-14). */
function withoutDevices({ view }: LogRecord): Partial<LogRecord> {
  return view === null
    ? {}
    : { view: { ...view, members: view.members.filter(({ holder }) => isPseudonym(holder)) } };
}
