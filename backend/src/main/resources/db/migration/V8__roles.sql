-- Who may do what in a programme: coordinators invite, sign and plan, workers answer (protocol/spec/staff.md). Until now the only
-- invitations outside of samples were those of the operator, for coordinators; samples begin anew.

ALTER TABLE invitation
  ADD COLUMN role ENUM('coordinator', 'worker') NOT NULL DEFAULT 'worker' COMMENT 'enum: what the invited person may do',
  ADD COLUMN worker_id BINARY(16) NULL COMMENT 'brand:wrk: who comes back with another device, null for somebody new';

ALTER TABLE worker_device
  ADD COLUMN role ENUM('coordinator', 'worker') NOT NULL DEFAULT 'worker' COMMENT 'enum: what its person may do';
