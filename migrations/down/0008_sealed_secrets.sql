-- The way back from 0008_sealed_secrets. Passwords stay sealed in KV, but the Worker before it does not find them: enter them again.
DROP TABLE `sealed_secrets`;
