-- The way back from 0015_open_greeting. The greeting while the office is open is lost; the other one is heard at all times.
ALTER TABLE `tenant_config` DROP COLUMN `open_welcome_message`;
