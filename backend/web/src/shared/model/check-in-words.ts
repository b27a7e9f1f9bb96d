import type { CheckInPayload } from '@opstap/protocol/payload/payload';
import type { SharedSay } from './moment-words.js';

/** What a check-in says, where messages are shown. */
export function checkInWords({ answer, unanswered = 0 }: CheckInPayload, say: SharedSay): string {
  switch (answer) {
    case 'good':
      return say('check-in.good');
    case 'fair':
      return say('check-in.fair');
    case 'talk':
      return say('check-in.talk');
    case 'none':
      return say('check-in.none', { count: unanswered });
  }
}
