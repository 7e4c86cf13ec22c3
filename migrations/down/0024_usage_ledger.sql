-- The way back from 0024_usage_ledger. What calls were billed is lost; it can be counted again from the calls.
DROP TABLE `usage_entries`;
