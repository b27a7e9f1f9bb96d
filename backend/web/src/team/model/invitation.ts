import { type InvitationId, isId } from '@opstap/protocol/id/branded-id';

/**
 * An invitation as somebody typed or pasted it: around it anything, in it spaces, and letters that are easily mistaken. Null for what is
 * none; the check symbol finds a wrong letter.
 */
export function invitationIn(text: string): InvitationId | null {
  const compact = text.replace(/[\s-]/g, '');
  const [, body] = /inv_([0-9A-Za-z*~$=]{27})/i.exec(compact) ?? [];
  if (body === undefined) return null;
  const repaired = body.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  const id = `inv_${repaired}`;
  return isId('inv', id) ? id : null;
}
