ALTER TABLE `calls` ADD `retell_forgot_at` integer;--> statement-breakpoint
CREATE INDEX `calls_at_retell` ON `calls` (`user_id`,(CASE WHEN "started_at" IS NULL THEN "created_at" ELSE "started_at" END)) WHERE "calls"."retell_forgot_at" IS NULL;--> statement-breakpoint
UPDATE `retention` SET `recording_days` = `transcript_days` WHERE `recording_days` > `transcript_days`;
