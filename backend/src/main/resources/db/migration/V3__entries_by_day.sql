-- One partition a day, so that a day's expiry drops a file instead of looking for rows. The server splits the days ahead
-- from the last partition (EntryPartitions), which takes what has no day of its own yet.
ALTER TABLE entry DROP KEY entry_by_expiry;
ALTER TABLE entry PARTITION BY RANGE COLUMNS (expires_on) (PARTITION later VALUES LESS THAN (MAXVALUE));
