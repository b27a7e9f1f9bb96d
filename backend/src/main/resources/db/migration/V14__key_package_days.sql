-- A package holds the credential of the day on which it was made. Since credentials are renewed, it may have ended while its device's has not.

ALTER TABLE key_package
  ADD COLUMN credential_until DATE NULL COMMENT 'coarse-time: the last whole day on which phones take the credential in it';

UPDATE key_package k JOIN worker_device d ON d.device_id = k.device_id SET k.credential_until = d.credential_until;
