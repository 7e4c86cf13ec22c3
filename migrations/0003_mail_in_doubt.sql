ALTER TABLE `outgoing_mail` ADD `expires_at` integer;--> statement-breakpoint
ALTER TABLE `outgoing_mail` ADD `handed_over_at` integer;
