-- From a first message to an answer. Every column's comment begins with its data class; what a class may hold, who reads
-- a column and when it dies is in protocol/spec/metadata-budget.md, which a test compares with the running database.

-- Releases of the directory: public, signed elsewhere, never changed. Read by everybody. Kept: clients walk the chain.
CREATE TABLE directory_release (
  number INT UNSIGNED NOT NULL COMMENT 'sequence: number of the release',
  document MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'public-profile: the signed release',
  PRIMARY KEY (number)
) ENGINE = InnoDB COMMENT = 'The signed releases of the directory';

-- The newest status of each programme, signed by it. Read by everybody. Dies when a newer one takes its place.
CREATE TABLE programme_status (
  programme_id BINARY(16) NOT NULL COMMENT 'brand:prg: whose status it is',
  number INT UNSIGNED NOT NULL COMMENT 'sequence: grows with each status',
  document TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'public-profile: the signed status',
  PRIMARY KEY (programme_id)
) ENGINE = InnoDB COMMENT = 'The newest signed status of each programme';

-- The right to register one device. Read by registration. Dies 72 hours after it was made, or three days after its use.
CREATE TABLE invitation (
  digest BINARY(32) NOT NULL COMMENT 'digest: SHA-256 of the invitation',
  programme_id BINARY(16) NOT NULL COMMENT 'brand:prg: where the invited person works',
  device_id BINARY(16) NULL COMMENT 'brand:dev: the device that used it',
  expires_at INT UNSIGNED NOT NULL COMMENT 'deadline: when it is worthless, in quarters of an hour since 1970',
  PRIMARY KEY (digest)
) ENGINE = InnoDB COMMENT = 'Invitations of workers, by digest';

-- A person who answers, without a name. Read by her programme. Dies with her last device.
CREATE TABLE worker (
  worker_id BINARY(16) NOT NULL COMMENT 'brand:wrk: minted here',
  programme_id BINARY(16) NOT NULL COMMENT 'brand:prg: where she works',
  PRIMARY KEY (worker_id)
) ENGINE = InnoDB COMMENT = 'Workers';

-- What a worker answers with. Read by sessions, claims and her programme. Revoked rows stay until no seat names them.
CREATE TABLE worker_device (
  device_id BINARY(16) NOT NULL COMMENT 'brand:dev: minted here',
  worker_id BINARY(16) NOT NULL COMMENT 'brand:wrk: whose device it is',
  programme_id BINARY(16) NOT NULL COMMENT 'brand:prg: where she works',
  public_key BINARY(32) NOT NULL COMMENT 'public-key: Ed25519, signs sessions',
  signature_key BINARY(32) NOT NULL COMMENT 'public-key: Ed25519, signs in MLS',
  credential BLOB NULL COMMENT 'public-key: the statement that the programme signed about the device',
  credential_until DATE NULL COMMENT 'coarse-time: the day on which the credential ends',
  duty ENUM('primary', 'backup', 'off') NOT NULL COMMENT 'enum: who gets new conversations first',
  state ENUM('active', 'revoked') NOT NULL COMMENT 'enum: whether it may act',
  PRIMARY KEY (device_id),
  KEY worker_device_by_programme (programme_id),
  CONSTRAINT device_belongs_to_worker FOREIGN KEY (worker_id) REFERENCES worker (worker_id)
) ENGINE = InnoDB COMMENT = 'Devices of workers';

-- Keys to begin with, published ahead. Read by claims. A row dies when its claim does, or when it is replaced.
CREATE TABLE key_package (
  key_package_id BINARY(16) NOT NULL COMMENT 'brand:kpk: minted here',
  device_id BINARY(16) NOT NULL COMMENT 'brand:dev: whose package it is',
  reference BINARY(64) NOT NULL COMMENT 'digest: RFC 9420 reference of the package',
  message BLOB NOT NULL COMMENT 'public-key: the package, as published',
  state ENUM('stock', 'claimed', 'last-resort') NOT NULL COMMENT 'enum: whether it can be handed out',
  PRIMARY KEY (key_package_id),
  UNIQUE KEY package_is_published_once (reference),
  KEY key_package_by_device (device_id, state),
  CONSTRAINT package_belongs_to_device FOREIGN KEY (device_id) REFERENCES worker_device (device_id) ON DELETE CASCADE
) ENGINE = InnoDB COMMENT = 'MLS key packages of devices';

-- A seeker's seat: a key, and nothing else. Read by sessions. Dies 24 months after its last use, or when erased.
CREATE TABLE pseudonym (
  pseudonym_id BINARY(16) NOT NULL COMMENT 'brand:psn: minted here',
  public_key BINARY(32) NOT NULL COMMENT 'public-key: Ed25519, signs sessions',
  last_used_on DATE NOT NULL COMMENT 'coarse-time: the day of the last append, for retention',
  PRIMARY KEY (pseudonym_id),
  UNIQUE KEY pseudonym_has_its_own_key (public_key),
  KEY pseudonym_by_last_use (last_used_on)
) ENGINE = InnoDB COMMENT = 'Pseudonyms';

-- What the server knows of a conversation. Read by its members. Dies with its pseudonym.
CREATE TABLE conversation (
  conversation_id BINARY(16) NOT NULL COMMENT 'brand:cnv: minted here',
  pseudonym_id BINARY(16) NOT NULL COMMENT 'brand:psn: whose conversation it is',
  programme_id BINARY(16) NOT NULL COMMENT 'brand:prg: the programme that she wrote to',
  generation INT UNSIGNED NOT NULL COMMENT 'counter: number of the current group, 0 before the first',
  epoch BIGINT UNSIGNED NOT NULL COMMENT 'counter: MLS epoch of the current group',
  latest BIGINT UNSIGNED NOT NULL COMMENT 'sequence: of the newest entry',
  fixed_contact BINARY(16) NULL COMMENT 'brand:dev: the device that claimed it',
  answer_by INT UNSIGNED NULL COMMENT 'deadline: when the promise runs out, in quarters of an hour since 1970; cleared by an answer',
  PRIMARY KEY (conversation_id),
  UNIQUE KEY pseudonym_has_one_conversation (pseudonym_id),
  CONSTRAINT conversation_belongs_to_pseudonym FOREIGN KEY (pseudonym_id) REFERENCES pseudonym (pseudonym_id) ON DELETE CASCADE
) ENGINE = InnoDB COMMENT = 'Conversations';

-- Who may read and append. Read by every request about the conversation. Dies with the conversation.
CREATE TABLE seat (
  conversation_id BINARY(16) NOT NULL COMMENT 'brand:cnv: the conversation',
  holder_id BINARY(16) NOT NULL COMMENT 'brand:psn,dev: who sits here',
  kind ENUM('seeker', 'device') NOT NULL COMMENT 'enum: which brand the holder has',
  state ENUM('member', 'removal-owed', 'removed') NOT NULL COMMENT 'enum: only a member reads and appends',
  joined_at BIGINT UNSIGNED NOT NULL COMMENT 'sequence: the entry that opened the seat',
  acknowledged BIGINT UNSIGNED NOT NULL COMMENT 'sequence: everything up to here was fetched and kept',
  last_append_number BIGINT UNSIGNED NOT NULL COMMENT 'counter: of the last append, 0 before the first',
  last_append_sequence BIGINT UNSIGNED NOT NULL COMMENT 'sequence: that the last append got',
  last_append_digest BINARY(32) NULL COMMENT 'digest: SHA-256 of the last append, to tell a retry',
  stored_bytes BIGINT UNSIGNED NOT NULL COMMENT 'counter: bytes of this seat that are not deleted yet',
  PRIMARY KEY (conversation_id, holder_id),
  KEY seat_by_holder (holder_id, state),
  CONSTRAINT seat_belongs_to_conversation FOREIGN KEY (conversation_id) REFERENCES conversation (conversation_id) ON DELETE CASCADE
) ENGINE = InnoDB COMMENT = 'Seats in conversations';

-- Who claimed which package for what, so that the same claim gets the same answer. Read by claims and by Commits with a Welcome.
-- Dies with its generation.
CREATE TABLE key_package_claim (
  conversation_id BINARY(16) NOT NULL COMMENT 'brand:cnv: for which conversation',
  generation INT UNSIGNED NOT NULL COMMENT 'counter: for which group',
  epoch BIGINT UNSIGNED NOT NULL COMMENT 'counter: for a Commit of which epoch',
  claimant_id BINARY(16) NOT NULL COMMENT 'brand:psn,dev: who claimed',
  device_id BINARY(16) NOT NULL COMMENT 'brand:dev: whose package it is',
  key_package_id BINARY(16) NOT NULL COMMENT 'brand:kpk: the package',
  PRIMARY KEY (conversation_id, generation, epoch, claimant_id, device_id),
  KEY claim_by_package (key_package_id),
  CONSTRAINT claim_belongs_to_conversation FOREIGN KEY (conversation_id) REFERENCES conversation (conversation_id) ON DELETE CASCADE
) ENGINE = InnoDB COMMENT = 'Claims of key packages';

-- The log: ciphertext in order. Read by the seats that were open when it was written. An entry dies when every open seat
-- has acknowledged it, and after 30 days at the latest.
CREATE TABLE entry (
  conversation_id BINARY(16) NOT NULL COMMENT 'brand:cnv: whose log it is in',
  sequence BIGINT UNSIGNED NOT NULL COMMENT 'sequence: 1, 2, 3 in the conversation',
  expires_on DATE NOT NULL COMMENT 'coarse-time: the day on which it dies unread',
  sender_id BINARY(16) NOT NULL COMMENT 'brand:psn,dev: whose seat wrote it',
  sender_kind ENUM('seeker', 'device') NOT NULL COMMENT 'enum: which brand the sender has',
  kind ENUM('commit', 'application') NOT NULL COMMENT 'enum: which content the message has',
  generation INT UNSIGNED NOT NULL COMMENT 'counter: of the group',
  epoch BIGINT UNSIGNED NOT NULL COMMENT 'counter: that the message was made in',
  message MEDIUMBLOB NOT NULL COMMENT 'ciphertext: an MLS PrivateMessage',
  welcome MEDIUMBLOB NULL COMMENT 'ciphertext: an MLS Welcome for the devices that the Commit adds',
  welcome_for VARBINARY(48) NULL COMMENT 'brand:dev: the devices that the Commit adds, 16 bytes each',
  PRIMARY KEY (conversation_id, sequence, expires_on),
  KEY entry_by_expiry (expires_on)
) ENGINE = InnoDB COMMENT = 'The conversation log';
