const ORGANISATION =
  /(?:^|[\s,])(?:llc|llp|inc|ltd|limited|plc|corp|corporation|company|gmbh|ag|kg|ohg|sarl|sas|s\.?a\.?(?: de c\.?v\.?)?|s\.?l\.?|pty|hotel|inn|resort|school|academy|university|college|church|clinic|hospital|agency|tours|airlines|association|foundation|institute|holdings|logistics|industries|enterprises|partners|services|schule|klinik|krankenhaus|verein|universit[äa]t|escuela|universidad|empresa|agencia|[ée]cole|clinique|soci[ée]t[ée])\.?$/iu;

/**
 * Whether a name is that of a company, a hotel or a school: "Acme LLC", "Palm Inn". The word for its kind comes last,
 * as a surname does.
 */
export function isOrganisation(text: string): boolean {
  return text.trim().includes(" ") && ORGANISATION.test(text.trim());
}
