-- The way back from 0019_driver_phone_of_a_ride. Drivers who are only in the list of rides can no longer be reached.
ALTER TABLE `reservations` DROP COLUMN `driver_phone_e164`;
