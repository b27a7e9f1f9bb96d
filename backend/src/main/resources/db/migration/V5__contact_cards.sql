-- Contact cards: what a worker hands out in place of a puzzle (protocol/spec/admission.md, ADM-29 to ADM-36).

-- A card, by the digest of what its holder shows. Read by admission and by its programme. Dies 30 days after its last day.
CREATE TABLE card (
  card_id BINARY(16) NOT NULL COMMENT 'brand:crd: minted here',
  programme_id BINARY(16) NOT NULL COMMENT 'brand:prg: whose card it is',
  digest BINARY(32) NOT NULL COMMENT 'digest: SHA-256 of the secret that its words give',
  uses TINYINT UNSIGNED NOT NULL COMMENT 'counter: how often it may be used',
  valid_until DATE NOT NULL COMMENT 'coarse-time: the last day on which it counts',
  label VARBINARY(512) NOT NULL COMMENT 'ciphertext: what the worker wrote about it for herself',
  state ENUM('usable', 'withdrawn') NOT NULL COMMENT 'enum: whether its programme took it back',
  PRIMARY KEY (card_id),
  UNIQUE KEY card_is_known_by_one_digest (digest),
  KEY card_by_programme (programme_id),
  KEY card_by_validity (valid_until)
) ENGINE = InnoDB COMMENT = 'Contact cards';

-- That a card was used, and for which request, so that the same one costs nothing more. Read by admission; its programme
-- sees how many there are in a week. Dies with its card.
CREATE TABLE card_use (
  card_id BINARY(16) NOT NULL COMMENT 'brand:crd: the card',
  request_digest BINARY(32) NOT NULL COMMENT 'digest: of the request that it was used for',
  week DATE NOT NULL COMMENT 'coarse-time: the Monday of its week',
  PRIMARY KEY (card_id, request_digest),
  CONSTRAINT use_is_of_a_card FOREIGN KEY (card_id) REFERENCES card (card_id) ON DELETE CASCADE
) ENGINE = InnoDB COMMENT = 'Uses of contact cards';
