-- A coordinator lets people in, and gives the cases of who leaves to a colleague (protocol/spec/staff.md).

ALTER TABLE invitation
  ADD COLUMN made_by ENUM('operator', 'coordinator') NOT NULL DEFAULT 'operator' COMMENT 'enum: who made it';

-- Read by its members, who bring that device in, and by the Commit that does. Cleared once somebody is the fixed contact.
ALTER TABLE conversation
  ADD COLUMN successor BINARY(16) NULL COMMENT 'brand:dev: the device that is to take it over',
  ADD KEY conversation_by_successor (successor);
