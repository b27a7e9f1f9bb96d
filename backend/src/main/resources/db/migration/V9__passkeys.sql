-- Passkeys of workers, and what their devices keep here (protocol/spec/staff.md).

-- A worker's passkey. Read by sign-in. Dies with its worker, or when another one takes its place.
CREATE TABLE passkey (
  worker_id BINARY(16) NOT NULL COMMENT 'brand:wrk: whose passkey it is',
  credential_digest BINARY(32) NOT NULL COMMENT 'digest: SHA-256 of the credential id',
  public_key BLOB NOT NULL COMMENT 'public-key: COSE, checks what the passkey signs',
  signature_counter BIGINT UNSIGNED NOT NULL COMMENT 'counter: of its signatures, where it counts them',
  PRIMARY KEY (worker_id),
  UNIQUE KEY passkey_is_of_one_worker (credential_digest),
  CONSTRAINT passkey_belongs_to_worker FOREIGN KEY (worker_id) REFERENCES worker (worker_id) ON DELETE CASCADE
) ENGINE = InnoDB COMMENT = 'Passkeys of workers';

-- A part of what a worker's device keeps, sealed. Read by a return. Dies with the device, or when it is cut off.
CREATE TABLE device_vault (
  device_id BINARY(16) NOT NULL COMMENT 'brand:dev: whose vault it is in',
  part BINARY(32) NOT NULL COMMENT 'digest: 32 bytes that only the device can tell the meaning of',
  version BIGINT UNSIGNED NOT NULL COMMENT 'counter: grows by one with each state',
  state MEDIUMBLOB NULL COMMENT 'ciphertext: what the device keeps, sealed and padded; null once it is done with',
  PRIMARY KEY (device_id, part),
  CONSTRAINT device_vault_belongs_to_device FOREIGN KEY (device_id) REFERENCES worker_device (device_id) ON DELETE CASCADE
) ENGINE = InnoDB COMMENT = 'Vaults of workers devices';
