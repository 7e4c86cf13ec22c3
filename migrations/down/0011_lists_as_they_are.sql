-- The way back from 0011_lists_as_they_are. Statuses that nobody explained become "pending" again, as they were before.
DROP INDEX `reservation_list`;
DROP INDEX `reservation_by_second_phone`;
ALTER TABLE `reservations` DROP COLUMN `ride_status`;
ALTER TABLE `reservations` DROP COLUMN `status_unknown`;
ALTER TABLE `reservations` DROP COLUMN `pickup_kind`;
ALTER TABLE `reservations` DROP COLUMN `second_phone_e164`;
CREATE INDEX `reservation_list` ON `reservations` (`user_id`,`import_id`,`pickup_at`,`id`,`status`,`search_key`);
