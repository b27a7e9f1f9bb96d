-- Which workers' devices are there, so that she can be told when nobody is (protocol/spec/waiting.md, WAI-14).

-- A device that has asked for its conversations lately. Read by the members of its conversations, who learn only whether anybody
-- of them is there. Dies within an hour after it has ended; it has no history.
CREATE TABLE attendance (
  device_id BINARY(16) NOT NULL COMMENT 'brand:dev: who is there',
  there_until INT UNSIGNED NOT NULL COMMENT 'deadline: until when that counts',
  PRIMARY KEY (device_id)
) ENGINE = InnoDB COMMENT = 'Devices that are there';
