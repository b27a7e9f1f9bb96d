-- Blind admission tokens: the keys that sign them, and which ones were spent (protocol/spec/admission.md).

-- One key a month for everybody. Read by every node. Dies when the month after its own is over, with what was spent under it.
CREATE TABLE issuer_key (
  month DATE NOT NULL COMMENT 'coarse-time: the first day of the month in which it signs',
  token_key_id BINARY(32) NOT NULL COMMENT 'digest: SHA-256 of the public key',
  truncated_id BINARY(1) AS (SUBSTR(token_key_id, 32, 1)) VIRTUAL COMMENT 'digest: the last byte of token_key_id, by which requests name the key',
  public_key BLOB NOT NULL COMMENT 'public-key: what tokens verify under',
  sealed_private_key BLOB NOT NULL COMMENT 'sealed: what signs them',
  PRIMARY KEY (month),
  UNIQUE KEY requests_tell_keys_apart (truncated_id)
) ENGINE = InnoDB COMMENT = 'Issuer keys of admission tokens';

-- What makes a token good for one request only. Read when a token is spent. Dies with its key.
CREATE TABLE spent_token (
  month DATE NOT NULL COMMENT 'coarse-time: the month whose key signed it',
  nonce BINARY(32) NOT NULL COMMENT 'digest: drawn by the phone, blind to whoever signed; in no other table',
  request_digest BINARY(32) NOT NULL COMMENT 'digest: SHA-256 of the request that spent it',
  PRIMARY KEY (month, nonce),
  CONSTRAINT token_is_of_a_key FOREIGN KEY (month) REFERENCES issuer_key (month)
) ENGINE = InnoDB COMMENT = 'Spent admission tokens';
