import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

// better-auth's own tables, with its names. `user.id` is the tenant key everywhere else.

const instant = (name: string) => integer(name, { mode: "timestamp_ms" });

export const user = sqliteTable("user", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(false),
  image: text("image"),
  twoFactorEnabled: integer("two_factor_enabled", { mode: "boolean" }).notNull().default(false),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

export const session = sqliteTable(
  "session",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull().unique(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    expiresAt: instant("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [index("session_user").on(t.userId)],
);

export const account = sqliteTable(
  "account",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instant("access_token_expires_at"),
    refreshTokenExpiresAt: instant("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [index("account_user").on(t.userId)],
);

export const verification = sqliteTable(
  "verification",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  // The value is an account's id, so that everything that is still open for an account can be found.
  (t) => [index("verification_identifier").on(t.identifier), index("verification_value").on(t.value)],
);

/** The second factor of an account. Secret and recovery codes are encrypted with BETTER_AUTH_SECRET. */
export const twoFactor = sqliteTable("two_factor", {
  id: text("id").primaryKey(),
  userId: text("user_id")
    .notNull()
    .unique()
    .references(() => user.id, { onDelete: "cascade" }),
  secret: text("secret").notNull(),
  /** The recovery codes that were not used yet, as encrypted JSON. */
  backupCodes: text("backup_codes").notNull(),
  /** Whether a code from the authenticator was ever right. Until then signing in asks for none. */
  verified: integer("verified", { mode: "boolean" }).notNull().default(true),
  failedVerificationCount: integer("failed_verification_count").notNull().default(0),
  lockedUntil: instant("locked_until"),
});

export const rateLimit = sqliteTable("rate_limit", {
  id: text("id").primaryKey(),
  key: text("key").notNull().unique(),
  count: integer("count").notNull(),
  lastRequest: integer("last_request").notNull(),
});

/**
 * Sign-in attempts by account and IP address, both hashed: the account may not exist, and nobody should be identifiable
 * here. Kept for a month, so that we recognise addresses from which the operator has signed in.
 */
export const signInTries = sqliteTable(
  "sign_in_tries",
  {
    accountKey: text("account_key").notNull(),
    addressKey: text("address_key").notNull(),
    /** Since `firstAt` and since the last time it succeeded. */
    tries: integer("tries").notNull(),
    firstAt: integer("first_at").notNull(),
    succeededAt: integer("succeeded_at"),
  },
  (t) => [primaryKey({ columns: [t.accountKey, t.addressKey] })],
);
