-- The way back from 0001_mail_and_versions. Mail that is still waiting and the history of settings are lost with it.
DROP TABLE `outgoing_mail`;
DROP TABLE `tenant_config_versions`;
