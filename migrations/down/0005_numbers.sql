-- The way back from 0005_numbers.
DROP INDEX `phone_numbers_due`;
ALTER TABLE `tenant_phone_numbers` DROP COLUMN `lease_until`;
ALTER TABLE `tenant_phone_numbers` DROP COLUMN `lease`;
ALTER TABLE `tenant_phone_numbers` DROP COLUMN `next_attempt_at`;
ALTER TABLE `tenant_phone_numbers` DROP COLUMN `attempts`;
ALTER TABLE `tenant_phone_numbers` DROP COLUMN `revision`;
ALTER TABLE `tenant_phone_numbers` DROP COLUMN `import_answered_at`;
ALTER TABLE `tenant_phone_numbers` DROP COLUMN `import_sent_at`;
ALTER TABLE `tenant_phone_numbers` DROP COLUMN `connected_at`;
ALTER TABLE `tenant_phone_numbers` DROP COLUMN `error_code`;
ALTER TABLE `tenant_phone_numbers` DROP COLUMN `sip_transport`;
DROP TABLE `usage`;
DROP TABLE `connection_requests`;
