-- The way back from 0013_purchases. Bought numbers stay as rows that nothing changes at Retell; a purchase whose request is
-- still unanswered is forgotten, so look for numbers with the nickname "nd-…" at Retell first.
DROP TABLE `number_purchases`;
ALTER TABLE `tenant_phone_numbers` DROP COLUMN `purchased_at`;
