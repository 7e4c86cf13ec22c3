-- The way back from 0007_leaving. For how long bookings are kept is lost with it, and what is known of companies that left;
-- one that is leaving stays, with whatever is not deleted yet.
ALTER TABLE `retention` DROP COLUMN `reservation_days`;
DROP TABLE `closures`;
DROP TABLE `closed_accounts`;
