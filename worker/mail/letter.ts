import { html } from "hono/html";

export type Letter = { subject: string; text: string; html: string };

type Draft = {
  subject: string;
  paragraphs: string[];
  /** The one thing to do, shown as a button. */
  action?: { label: string; url: string };
  closing?: string;
};

const PAPER = "margin:0;padding:24px;background:#f4f5f9;font:16px/1.5 system-ui,sans-serif;color:#1b2340";
const CARD = "max-width:32rem;margin:0 auto;padding:32px;background:#fff;border-radius:12px";
const BUTTON =
  "display:inline-block;padding:12px 20px;border-radius:8px;background:#1b2340;color:#fff;text-decoration:none;font-weight:600";

/** A short mail as plain text and as HTML. All values are escaped. */
export async function writeLetter({ subject, paragraphs, action, closing }: Draft): Promise<Letter> {
  const text = [...paragraphs, ...(action ? [`${action.label}:\n${action.url}`] : []), ...(closing ? [closing] : [])];
  const page = await html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${subject}</title></head>
<body style="${PAPER}"><div style="${CARD}">
${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
${action ? html`<p><a href="${action.url}" style="${BUTTON}">${action.label}</a></p>` : ""}
${closing ? html`<p style="color:#5b6480;font-size:14px">${closing}</p>` : ""}
<p style="color:#5b6480;font-size:14px">Nightdesk</p>
</div></body></html>`;
  return { subject, text: `${text.join("\n\n")}\n\nNightdesk\n`, html: page.toString() };
}
