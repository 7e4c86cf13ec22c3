/**
 * Whether this is one of the 41,622 most common passwords of eight or more characters, ignoring case. The list is loaded
 * only when somebody chooses a password.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  const { default: popular } = await import("popular-passwords");
  return popular.includes(password.toLowerCase());
}
