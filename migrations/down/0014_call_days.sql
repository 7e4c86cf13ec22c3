-- The way back from 0014_call_days. What was counted of each call is lost; its transcript is still in the archive.
DROP TABLE `call_days`;
ALTER TABLE `calls` DROP COLUMN `own_number`;
ALTER TABLE `calls` DROP COLUMN `lookups_found`;
ALTER TABLE `calls` DROP COLUMN `lookups_not_found`;
ALTER TABLE `calls` DROP COLUMN `lookups_asked_more`;
ALTER TABLE `calls` DROP COLUMN `lookups_locked`;
ALTER TABLE `calls` DROP COLUMN `transfer_offered`;
ALTER TABLE `calls` DROP COLUMN `transfer_tried`;
ALTER TABLE `calls` DROP COLUMN `reason`;
ALTER TABLE `calls` DROP COLUMN `language`;
