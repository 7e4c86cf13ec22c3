ALTER TABLE `reservations` ADD `driver_phone_e164` text;
