-- The way back from 0017_key_scopes. The program before it lets every key import, so a key that may only read is revoked.
UPDATE `api_keys` SET `revoked_at` = CAST(unixepoch('subsec') * 1000 AS INTEGER) WHERE `revoked_at` IS NULL AND `scopes` NOT LIKE '%"import"%';
ALTER TABLE `api_keys` DROP COLUMN `scopes`;
