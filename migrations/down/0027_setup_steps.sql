-- The way back from 0027_setup_steps. How far a set-up is can no longer be seen. A number that was set up with a Studio flow
-- has to be undone before: the way back cannot tell what was made for it.
ALTER TABLE `route_setups` DROP COLUMN `step`;
ALTER TABLE `route_setups` DROP COLUMN `parts`;
