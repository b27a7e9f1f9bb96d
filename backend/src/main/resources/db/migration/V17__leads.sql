-- A lead from one programme to another (protocol/spec/lead.md): which conversation, from where to where, how far it has come, and on
-- which days. Who she is and why it was proposed is said inside MLS only. Read by the members of the conversation and by the devices
-- of both programmes, those of the receiving one from her consent on. Dies with its conversation, and 24 months after it ended.

CREATE TABLE `lead` (
  lead_id BINARY(16) NOT NULL COMMENT 'brand:lea: minted here',
  conversation_id BINARY(16) NOT NULL COMMENT 'brand:cnv: whose it is about',
  from_programme_id BINARY(16) NOT NULL COMMENT 'brand:prg: the programme that proposed it',
  to_programme_id BINARY(16) NOT NULL COMMENT 'brand:prg: the programme that it is for',
  device_id BINARY(16) NULL COMMENT 'brand:dev: the device that she let in; nobody before she consents',
  state ENUM('proposed', 'consented', 'accepted', 'handed-over', 'stays-in-view', 'refused', 'declined', 'no-answer', 'withdrawn') NOT NULL COMMENT 'enum: how far it has come',
  reason ENUM('full', 'does-not-fit') NULL COMMENT 'enum: why the receiving programme declined',
  proposed_on DATE NOT NULL COMMENT 'coarse-time: the day on which it was proposed',
  decided_on DATE NULL COMMENT 'coarse-time: the day on which it came into its state; none while it is proposed',
  answer_by INT UNSIGNED NULL COMMENT 'deadline: until when the receiving programme may answer, in quarters of an hour since 1970; cleared by an answer',
  PRIMARY KEY (lead_id),
  KEY lead_by_conversation (conversation_id),
  KEY lead_by_sender (from_programme_id, proposed_on),
  KEY lead_by_receiver (to_programme_id, proposed_on),
  KEY lead_by_deadline (state, answer_by),
  KEY lead_by_device (device_id, state),
  KEY lead_by_decision (decided_on),
  CONSTRAINT lead_is_of_a_conversation FOREIGN KEY (conversation_id) REFERENCES conversation (conversation_id) ON DELETE CASCADE
) ENGINE = InnoDB COMMENT = 'Leads';

-- A handover moves a conversation to another programme's queue.
ALTER TABLE conversation
  MODIFY COLUMN programme_id BINARY(16) NOT NULL COMMENT 'brand:prg: whose queue it is in: the programme that she wrote to, or that it was handed over to';
