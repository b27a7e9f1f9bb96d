-- Vaults: what a phone keeps of a conversation, sealed, for whoever comes back with its return phrase (protocol/spec/vault.md).

-- A conversation's vault. Written by its phone, read by a return. Dies with the conversation, or when the phone removes it.
CREATE TABLE vault (
  conversation_id BINARY(16) NOT NULL COMMENT 'brand:cnv: whose vault it is',
  locator_digest BINARY(32) NOT NULL COMMENT 'digest: SHA-256 of the locator, by which a return finds it',
  access_key_digest BINARY(32) NOT NULL COMMENT 'digest: SHA-256 of the access key, which a return shows',
  version BIGINT UNSIGNED NOT NULL COMMENT 'counter: grows by one with each state',
  state MEDIUMBLOB NOT NULL COMMENT 'ciphertext: what the phone keeps, sealed and padded',
  PRIMARY KEY (conversation_id),
  UNIQUE KEY vault_has_its_own_locator (locator_digest),
  CONSTRAINT vault_belongs_to_conversation FOREIGN KEY (conversation_id) REFERENCES conversation (conversation_id) ON DELETE CASCADE
) ENGINE = InnoDB COMMENT = 'Vaults of conversations';

ALTER TABLE conversation
  ADD COLUMN former_locator_digest BINARY(32) NULL COMMENT 'digest: of the vault before, so that a replay does not make it again';

ALTER TABLE pseudonym
  ADD COLUMN former_key BINARY(32) NULL COMMENT 'public-key: of the phone that the seat moved away from, to tell it so';
