-- The way back from 0025_queued_imports. Files that the queue has not read yet become uploads that never went on.
UPDATE `import_meta` SET `state` = 'receiving' WHERE `state` IN ('reading', 'unchanged', 'failed');
DROP INDEX `imports_to_read`;
ALTER TABLE `import_meta` DROP COLUMN `problem`;
ALTER TABLE `import_meta` DROP COLUMN `progress`;
ALTER TABLE `import_meta` DROP COLUMN `task`;
