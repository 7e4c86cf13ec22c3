-- The way back from 0004_messages_and_calls. Settings of messages and retention, notes, judgements and the places of
-- transcripts in the archive are lost with it; of several events of one kind the first one stays.
DROP TABLE `retention`;
DROP TABLE `message_settings`;
DROP INDEX `messages_open`;
DROP INDEX `messages_awaiting_digest`;
ALTER TABLE `messages` DROP COLUMN `awaits_digest`;
ALTER TABLE `messages` DROP COLUMN `mail_id`;
ALTER TABLE `messages` DROP COLUMN `note`;
DROP INDEX `calls_listed`;
DROP INDEX `calls_with_transcript`;
DROP INDEX `calls_with_recording`;
ALTER TABLE `calls` DROP COLUMN `feedback_note`;
ALTER TABLE `calls` DROP COLUMN `feedback_wrong`;
ALTER TABLE `calls` DROP COLUMN `recording_rank`;
ALTER TABLE `calls` DROP COLUMN `recording_name`;
ALTER TABLE `calls` DROP COLUMN `transcript_rank`;
ALTER TABLE `calls` DROP COLUMN `transcript_name`;
ALTER TABLE `calls` DROP COLUMN `lookups`;
CREATE INDEX `calls_of_tenant` ON `calls` (`user_id`,`started_at`);
DROP INDEX `events_waiting`;
DROP INDEX `event_once`;
DELETE FROM `call_events` WHERE rowid NOT IN (SELECT min(rowid) FROM `call_events` GROUP BY user_id, call_id, event);
ALTER TABLE `call_events` DROP COLUMN `next_attempt_at`;
ALTER TABLE `call_events` DROP COLUMN `attempts`;
ALTER TABLE `call_events` DROP COLUMN `payload_hash`;
CREATE UNIQUE INDEX `event_once` ON `call_events` (`user_id`,`call_id`,`event`);
