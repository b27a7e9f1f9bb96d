/** Everything that encrypts, signs and verifies, in one chunk that is loaded while she reads the first screen. */
export { openSeeker } from '@opstap/protocol/client/seeker-client';
export { follow } from '@opstap/protocol/live/follow';
export { poll } from '@opstap/protocol/live/poll';
export { operatorOf } from '../../shared/api/operator-key.js';
