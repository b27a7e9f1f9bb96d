import type { Moment } from './moments.js';
import type { Say } from './words.js';
import type { sharedNl } from './words-nl.js';

export type SharedSay = Say<keyof typeof sharedNl>;

/** "today before 17:00". */
export function before(moment: Moment, say: SharedSay): string {
  switch (moment.kind) {
    case 'today':
      return say('before.today', { time: moment.time });
    case 'tomorrow':
      return say('before.tomorrow', { time: moment.time });
    case 'weekday':
    case 'date':
      return say('before.day', { day: moment.day, time: moment.time });
  }
}

/** "today at 9:00". */
export function at(moment: Moment, say: SharedSay): string {
  switch (moment.kind) {
    case 'today':
      return say('at.today', { time: moment.time });
    case 'tomorrow':
      return say('at.tomorrow', { time: moment.time });
    case 'weekday':
    case 'date':
      return say('at.day', { day: moment.day, time: moment.time });
  }
}
