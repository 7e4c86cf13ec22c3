-- The way back from 0003_mail_in_doubt.
ALTER TABLE `outgoing_mail` DROP COLUMN `handed_over_at`;
ALTER TABLE `outgoing_mail` DROP COLUMN `expires_at`;
