-- Who has which duty at which minutes of the week (protocol/spec/duty.md).

-- How often a programme's roster was changed, so that of two coordinators none overwrites what she has not seen. Read by her
-- programme and by claims. Dies with the programme; it holds nothing about anybody.
CREATE TABLE roster (
  programme_id BINARY(16) NOT NULL COMMENT 'brand:prg: whose roster it is',
  version INT UNSIGNED NOT NULL COMMENT 'counter: grows with each change',
  PRIMARY KEY (programme_id)
) ENGINE = InnoDB COMMENT = 'Versions of rosters';

-- A worker's duty in one part of every week. Read by her programme and by claims. Dies with the next roster without it, and
-- when the worker's last device is revoked.
CREATE TABLE roster_slot (
  programme_id BINARY(16) NOT NULL COMMENT 'brand:prg: whose roster it is in',
  worker_id BINARY(16) NOT NULL COMMENT 'brand:wrk: who has the duty',
  from_minute SMALLINT UNSIGNED NOT NULL COMMENT 'counter: minutes since Monday 00:00 in Europe/Amsterdam, the first one',
  to_minute SMALLINT UNSIGNED NOT NULL COMMENT 'counter: the same, up to and without this one',
  duty ENUM('primary', 'backup') NOT NULL COMMENT 'enum: who gets new conversations first',
  PRIMARY KEY (programme_id, duty, from_minute),
  KEY slot_by_worker (worker_id),
  CONSTRAINT slot_is_of_a_roster FOREIGN KEY (programme_id) REFERENCES roster (programme_id) ON DELETE CASCADE,
  CONSTRAINT slot_is_of_a_worker FOREIGN KEY (worker_id) REFERENCES worker (worker_id) ON DELETE CASCADE
) ENGINE = InnoDB COMMENT = 'Slots of rosters';
