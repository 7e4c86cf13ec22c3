/** scrypt as sign-in checks it; runs in the Worker and in Node, where the seed gives its operators a password. */
export { hashPassword, verifyPassword } from "better-auth/crypto";
