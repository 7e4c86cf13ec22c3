/** The scrypt that sign-in uses. Runs in the Worker and in Node, where the seed sets the operators' passwords. */
export { hashPassword, verifyPassword } from "better-auth/crypto";
