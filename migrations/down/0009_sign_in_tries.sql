-- The way back from 0009_sign_in_tries.
DROP TABLE `sign_in_tries`;
