-- What a programme asks the operator to say of it in the next release, signed by it (protocol/spec/directory.md, DIR-29). Read by the
-- programme's devices and by the operator. Dies when a newer one takes its place, or when the operator declines it.
CREATE TABLE programme_proposal (
  programme_id BINARY(16) NOT NULL COMMENT 'brand:prg: whose proposal it is',
  number INT UNSIGNED NOT NULL COMMENT 'sequence: grows with each proposal',
  document TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'public-profile: the signed proposal',
  PRIMARY KEY (programme_id)
) ENGINE = InnoDB COMMENT = 'The newest signed proposal of each programme';
