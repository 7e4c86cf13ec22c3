-- The way back from 0023_sip_legs. Calls go to the agent by its number again; what was proven about SIP is forgotten.
ALTER TABLE `number_routes` DROP COLUMN `sip_leg`;
ALTER TABLE `number_routes` DROP COLUMN `sip_try_until`;
ALTER TABLE `number_routes` DROP COLUMN `sip_proven_at`;
ALTER TABLE `number_routes` DROP COLUMN `sip_proven_for`;
ALTER TABLE `number_routes` DROP COLUMN `sip_failed_at`;
