import { html, raw } from "hono/html";
import type { Mail } from "./mail-schema.ts";

const STYLE = `
  :root { color-scheme: light dark; --line: light-dark(#c9c9c9, #4a4a4a); }
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
  article { border-top: 1px solid var(--line); padding: 1rem 0; }
  h2 { font-size: 1.1rem; margin: 0; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0.5rem 0; }
  dd { margin: 0; }
  pre { white-space: pre-wrap; font: inherit; margin: 0.5rem 0; }
  iframe { width: 100%; height: 16rem; border: 1px solid var(--line); background: #fff; }
`;

/** The mailbox page, newest mail first. A mail's HTML is shown in a sandbox where no script runs. */
export function mailboxPage(mails: Mail[], to: string | undefined) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Mailbox</title>
    <style>${raw(STYLE)}</style>
  </head>
  <body>
    <main>
      <h1>Mailbox${to === undefined ? "" : ` of ${to}`}</h1>
      <p>Letters that the product sent on this machine. None of them left it.</p>
      ${mails.length === 0 ? html`<p>No letters yet.</p>` : mails.map(letter)}
    </main>
  </body>
</html>`;
}

function letter(mail: Mail) {
  const sent = new Date(mail.sent_at).toISOString();
  return html`<article aria-labelledby="${mail.id}">
    <h2 id="${mail.id}">${mail.subject === "" ? "(no subject)" : mail.subject}</h2>
    <dl>
      <dt>To</dt><dd>${mail.to.join(", ")}</dd>
      <dt>From</dt><dd>${mail.from}</dd>
      <dt>Sent</dt><dd><time datetime="${sent}">${sent.replace("T", " ").slice(0, 19)} UTC</time></dd>
    </dl>
    ${mail.text === "" ? "" : html`<pre>${linked(mail.text)}</pre>`}
    ${mail.html === "" ? "" : html`<iframe title="Letter: ${mail.subject}" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${mail.html}"></iframe>`}
  </article>`;
}

// Links in the plain text are clickable; everything else is escaped.
function linked(text: string) {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, i) => (i % 2 === 1 ? html`<a href="${part}">${part}</a>` : part));
}
