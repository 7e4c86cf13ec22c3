-- The way back from 0000_init: children before parents, because D1 always enforces foreign keys.
DROP TABLE `inbound_log`;
DROP TABLE `messages`;
DROP TABLE `unclaimed_rings`;
DROP TABLE `current_imports`;
DROP TABLE `drivers`;
DROP TABLE `lookup_misses`;
DROP TABLE `reservations`;
DROP TABLE `import_meta`;
DROP TABLE `audit_events`;
DROP TABLE `blocked_callers`;
DROP TABLE `tenant_config`;
DROP TABLE `tenant_phone_numbers`;
DROP TABLE `account`;
DROP TABLE `session`;
DROP TABLE `rate_limit`;
DROP TABLE `verification`;
DROP TABLE `user`;
