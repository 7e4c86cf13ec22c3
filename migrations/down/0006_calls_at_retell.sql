-- The way back from 0006_calls_at_retell. Which calls Retell has deleted is forgotten; asking it again does no harm.
DROP INDEX `calls_at_retell`;
ALTER TABLE `calls` DROP COLUMN `retell_forgot_at`;
