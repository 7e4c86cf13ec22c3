-- The way back from 0020_watched_routes. What was found about routes, and which calls somebody took by a key, is forgotten.
DROP TABLE `route_incidents`;
ALTER TABLE `number_routes` DROP COLUMN `press_one`;
ALTER TABLE `number_routes` DROP COLUMN `method_since`;
ALTER TABLE `routed_calls` DROP COLUMN `office_ended_at`;
ALTER TABLE `routed_calls` DROP COLUMN `office_pressed_at`;
