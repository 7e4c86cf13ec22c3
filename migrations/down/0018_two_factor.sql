-- The way back from 0018_two_factor. Operators with two-factor sign in with their password alone again.
DROP INDEX `verification_value`;
ALTER TABLE `user` DROP COLUMN `two_factor_enabled`;
DROP TABLE `two_factor`;
