import type { Group } from '../mls/group.js';
import type { Holder } from '../session/seat-session.js';
import type { LogItem } from './log-item.js';

/**
 * Whether an own payload, sent once more, would be read by a device that came in after it was first sent, while nobody of its programme has
 * been there from then on: whoever asks for it again, it is not for whom she let in since (LEA-13). When it was sent again doesn't count:
 * that may have been taken after a Commit that it knew nothing of.
 */
export function tellsNewcomers(
  { sequences }: LogItem,
  { members }: Pick<Group, 'members'>,
  joined: ReadonlyMap<Holder, number>,
): boolean {
  const [sent] = sequences;
  if (sent === undefined) return false;
  const since = (holder: Holder) => joined.get(holder) ?? Number.POSITIVE_INFINITY;
  const devices = members.flatMap(({ identity }) => (identity.kind === 'device' ? [identity] : []));
  const programmes = devices.filter(({ holder }) => since(holder) <= sent).map(({ programme }) => programme);
  return devices.some(({ holder, programme }) => since(holder) > sent && !programmes.includes(programme));
}
