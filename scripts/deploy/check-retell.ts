const INBOUND = "/retell/inbound-webhook";

/** Numbers at Retell whose webhook is another deployment's, although its path is ours. */
export function webhookTroubles(
  numbers: { phone_number: string; inbound_webhook_url?: string | null }[],
  publicUrl: string,
): string[] {
  const wanted = new URL(INBOUND, publicUrl).href;
  return numbers.flatMap(({ phone_number: number, inbound_webhook_url: url }) =>
    url && URL.canParse(url) && new URL(url).pathname === INBOUND && url !== wanted
      ? [`${number} calls ${url} and not ${wanted}: npm run agent -- apply --bind ${number}`]
      : [],
  );
}
