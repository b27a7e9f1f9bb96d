export type { ClientOptions } from './client-parts.js';
export { DeviceRefusedError } from './device-refusal.js';
export { type DirectoryClient, insecureDescribeServer } from './directory-client.js';
export type { NewPhrase } from './new-phrase.js';
export type { QueueEntry } from './queue-entry.js';
export { openSeeker, type Seeker } from './seeker-client.js';
export type { SeekerConversation, SeekerText } from './seeker-conversation.js';
export { type Colleague, type Duty, openWorker, type Worker } from './worker-client.js';
export type { WorkerConversation } from './worker-conversation.js';
