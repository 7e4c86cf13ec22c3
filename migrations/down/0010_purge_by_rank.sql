-- The way back from 0010_purge_by_rank.
DROP INDEX `calls_with_transcript`;
DROP INDEX `calls_with_recording`;
UPDATE `calls` SET `transcript_rank` = NULL WHERE `transcript_rank` = -1;
UPDATE `calls` SET `recording_rank` = NULL WHERE `recording_rank` = -1;
CREATE INDEX `calls_with_transcript` ON `calls` (`user_id`,(CASE WHEN "started_at" IS NULL THEN "created_at" ELSE "started_at" END)) WHERE "calls"."transcript_name" IS NOT NULL;
CREATE INDEX `calls_with_recording` ON `calls` (`user_id`,(CASE WHEN "started_at" IS NULL THEN "created_at" ELSE "started_at" END)) WHERE "calls"."recording_name" IS NOT NULL;
