-- The way back from 0026_covered_look_ups.
DROP INDEX `look_ups_of_company`;
CREATE INDEX `look_ups_of_company` ON `lookup_misses` (`user_id`,`missed_at`,`result`);
