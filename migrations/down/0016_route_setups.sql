-- The way back from 0016_route_setups. Undo every automatic set-up first: with the table go the former settings of the numbers
-- at their carriers, and nobody can put them back.
DROP TABLE `route_setups`;
