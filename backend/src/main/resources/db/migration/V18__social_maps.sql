-- The organisations that a programme refers people to, signed by it (protocol/spec/social-map.md). Read by the programme's devices. Dies
-- when a newer one takes its place.
CREATE TABLE social_map (
  programme_id BINARY(16) NOT NULL COMMENT 'brand:prg: whose social map it is',
  number INT UNSIGNED NOT NULL COMMENT 'sequence: grows with each social map',
  document TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'public-profile: the signed social map',
  PRIMARY KEY (programme_id)
) ENGINE = InnoDB COMMENT = 'The newest signed social map of each programme';
