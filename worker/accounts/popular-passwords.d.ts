declare module "popular-passwords" {
  /** In lower case, at least eight characters each. */
  const passwords: string[];
  export default passwords;
}
