-- The way back from 0022_dedicated_agents. Every company is answered by the shared agent again; the agents stay at Retell.
ALTER TABLE `tenant_config` DROP COLUMN `retell_agent_missing_at`;
ALTER TABLE `tenant_config` DROP COLUMN `retell_agent_checked_at`;
ALTER TABLE `tenant_config` DROP COLUMN `retell_agent_id`;
