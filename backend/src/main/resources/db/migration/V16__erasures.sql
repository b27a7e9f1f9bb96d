-- What is left of a conversation that she erased, so that whoever read it learns it (protocol/spec/erase.md).

-- The request of an erased conversation. Read by those devices that had a seat in it. Dies when the last of them has confirmed,
-- and after 35 days at the latest.
CREATE TABLE erasure (
  conversation_id BINARY(16) NOT NULL COMMENT 'brand:cnv: what was erased',
  expires_on DATE NOT NULL COMMENT 'coarse-time: the last day on which it is told',
  message MEDIUMBLOB NULL COMMENT 'ciphertext: the MLS PrivateMessage that asks for it; null where there was no group to make it in',
  PRIMARY KEY (conversation_id),
  KEY erasure_by_expiry (expires_on)
) ENGINE = InnoDB COMMENT = 'Erased conversations';

-- Which device is yet to follow. Read by that device. Dies when it has confirmed, or with the erasure.
CREATE TABLE erasure_seat (
  conversation_id BINARY(16) NOT NULL COMMENT 'brand:cnv: what was erased',
  device_id BINARY(16) NOT NULL COMMENT 'brand:dev: who had a seat in it',
  acknowledged BIGINT UNSIGNED NULL COMMENT 'sequence: up to where it had read; null for one whose seat was closed before',
  PRIMARY KEY (conversation_id, device_id),
  KEY erasure_seat_by_device (device_id),
  CONSTRAINT seat_is_of_an_erasure FOREIGN KEY (conversation_id) REFERENCES erasure (conversation_id) ON DELETE CASCADE
) ENGINE = InnoDB COMMENT = 'Devices that are to learn of an erasure';

-- The Commits that such a device has not read, without which it could not read the request. Nobody's words are in them. Read by
-- those devices. Dies with the erasure.
CREATE TABLE erasure_commit (
  conversation_id BINARY(16) NOT NULL COMMENT 'brand:cnv: what was erased',
  sequence BIGINT UNSIGNED NOT NULL COMMENT 'sequence: that it had in the log',
  sender_id BINARY(16) NOT NULL COMMENT 'brand:psn,dev: whose seat wrote it',
  sender_kind ENUM('seeker', 'device') NOT NULL COMMENT 'enum: which brand the sender has',
  generation INT UNSIGNED NOT NULL COMMENT 'counter: of the group',
  epoch BIGINT UNSIGNED NOT NULL COMMENT 'counter: that the Commit was made in',
  message MEDIUMBLOB NOT NULL COMMENT 'ciphertext: an MLS PrivateMessage',
  welcome MEDIUMBLOB NULL COMMENT 'ciphertext: an MLS Welcome for the devices that the Commit adds',
  welcome_for VARBINARY(48) NULL COMMENT 'brand:dev: the devices that the Commit adds, 16 bytes each',
  PRIMARY KEY (conversation_id, sequence),
  CONSTRAINT commit_is_of_an_erasure FOREIGN KEY (conversation_id) REFERENCES erasure (conversation_id) ON DELETE CASCADE
) ENGINE = InnoDB COMMENT = 'Commits that lead to the request of an erasure';
