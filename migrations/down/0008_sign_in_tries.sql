-- The way back from 0008_sign_in_tries.
DROP TABLE `sign_in_tries`;
