/** Everything that encrypts, signs and verifies, in one chunk beside the page's own. */
export { openWorker } from '@opstap/protocol/client/worker-client';
export { returnWorker } from '@opstap/protocol/client/worker-return';
export { follow } from '@opstap/protocol/live/follow';
export { operatorOf } from '../../shared/api/operator-key.js';
