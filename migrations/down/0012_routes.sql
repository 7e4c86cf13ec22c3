-- The way back from 0012_routes. Routes, carrier accounts and their secrets' places are deleted; the sealed values left in KV
-- are unknown to the Worker before it and go with their company.
DROP TABLE `answering_overrides`;
DROP TABLE `number_routes`;
DROP TABLE `routed_calls`;
DROP TABLE `carrier_accounts`;
CREATE TABLE `__old_sealed_secrets` (
  `place` text PRIMARY KEY NOT NULL,
  `user_id` text NOT NULL,
  `kind` text NOT NULL,
  `record_id` text NOT NULL,
  `kid` text NOT NULL,
  `is_current` integer DEFAULT false NOT NULL,
  `sealed_at` integer NOT NULL,
  `unreadable_at` integer,
  FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
  CONSTRAINT "known_secret_kind" CHECK("__old_sealed_secrets"."kind" IN ('sip')),
  CONSTRAINT "current_flag" CHECK("__old_sealed_secrets"."is_current" IN (0, 1))
) STRICT;
INSERT INTO `__old_sealed_secrets` SELECT * FROM `sealed_secrets` WHERE `kind` = 'sip';
DROP TABLE `sealed_secrets`;
ALTER TABLE `__old_sealed_secrets` RENAME TO `sealed_secrets`;
CREATE UNIQUE INDEX `current_secret` ON `sealed_secrets` (`user_id`,`kind`,`record_id`) WHERE "sealed_secrets"."is_current" = 1;
CREATE INDEX `secrets_of_record` ON `sealed_secrets` (`user_id`,`kind`,`record_id`);
CREATE INDEX `secrets_by_key` ON `sealed_secrets` (`kid`) WHERE "sealed_secrets"."is_current" = 1;
CREATE INDEX `secrets_left_over` ON `sealed_secrets` (`sealed_at`) WHERE "sealed_secrets"."is_current" = 0;
