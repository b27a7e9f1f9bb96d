-- How far the care for somebody who waits has come (protocol/spec/waiting.md): beside answer_by, and like it read by the members of
-- the conversation and by the node that looks for broken promises. An answer takes it back to the beginning; it dies with its row.
-- The key lists what is due, the oldest first; what waits for nobody isn't in the way of that, nor what was told to go elsewhere.

ALTER TABLE conversation
  ADD COLUMN waiting ENUM('promised', 'backup', 'next') NOT NULL DEFAULT 'promised' COMMENT 'enum: what the deadline is of: the promise, the backup, or the last one that passed',
  ADD KEY conversation_by_deadline (waiting, answer_by);
