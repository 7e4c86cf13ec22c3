/**
 * Is this one of the 41,622 passwords of eight and more characters that people choose most? Their list is only loaded
 * when somebody chooses a password. Capital letters do not make one rarer.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  const { default: popular } = await import("popular-passwords");
  return popular.includes(password.toLowerCase());
}
