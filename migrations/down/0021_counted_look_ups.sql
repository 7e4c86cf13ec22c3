-- The way back from 0021_counted_look_ups. What was heard is forgotten; what was missed still counts.
DELETE FROM `lookup_misses` WHERE `result` = 'heard';
DROP INDEX `look_ups_of_company`;
ALTER TABLE `lookup_misses` DROP COLUMN `person`;
ALTER TABLE `lookup_misses` DROP COLUMN `result`;
