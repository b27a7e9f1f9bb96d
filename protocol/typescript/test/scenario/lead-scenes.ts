import type { SeekerConversation } from '../../src/client/seeker-conversation.js';
import type { WorkerConversation } from '../../src/client/worker-conversation.js';
import { isOpenLead } from '../../src/conversation/lead.js';
import type { DeviceId, ProgrammeId } from '../../src/id/branded-id.js';
import type { RandomNumbers } from './random-number.js';

/** The programme of a device, and the one that it proposes. */
export interface Sides {
  readonly own: ProgrammeId;
  readonly elsewhere: ProgrammeId;
}

/** What a device does about leads: it becomes the fixed contact where nobody is, proposes, answers, hands over, or lets it be. */
export async function workerOnLeads(
  conversation: WorkerConversation,
  device: DeviceId,
  { own, elsewhere }: Sides,
  random: RandomNumbers,
): Promise<void> {
  const { leads } = conversation;
  const open = (await leads.list()).find(isOpenLead);
  if (conversation.view?.programme !== own) {
    if (open?.to !== own) return;
    if (open.state === 'consented')
      return leads.answer(open.lead, { answer: random.chance(0.8) ? 'accepted' : 'full' });
    return random.chance(0.8) ? leads.handOver(open.lead) : leads.stay(open.lead);
  }
  if (conversation.fixedContact === null) await conversation.claim();
  if (conversation.fixedContact !== device) return;
  if (open === undefined)
    await leads.propose(elsewhere, { text: 'Nearer to where you want to be', reasons: [] });
  else if (open.state === 'accepted' && random.chance(0.8)) await leads.handOver(open.lead);
  else if (random.chance(0.05)) await leads.withdraw(open.lead);
}

/** What she does about leads. */
export async function phoneOnLeads(conversation: SeekerConversation, random: RandomNumbers): Promise<void> {
  await conversation.sync();
  const leads = await conversation.leads();
  const open = (await leads.list()).find(isOpenLead);
  if (open?.state === 'proposed')
    return random.chance(0.85) ? leads.consent(open.lead) : leads.refuse(open.lead);
  if (open !== undefined && random.chance(0.05)) return leads.withdraw(open.lead);
}
